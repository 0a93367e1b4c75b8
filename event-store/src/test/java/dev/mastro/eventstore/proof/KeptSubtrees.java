package dev.mastro.eventstore.proof;

import dev.mastro.eventstore.seal.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Grown leaf by leaf, as a table would be; counts what was asked for. */
final class KeptSubtrees implements Subtrees {

    private final Map<Integer, List<Hash>> levels = new HashMap<>();
    private final RunningTree running = new RunningTree((level, _, hash) -> keep(level, hash));
    private int asked;

    KeptSubtrees(List<Hash> leaves) {
        leaves.forEach(leaf -> {
            keep(0, leaf);
            running.add(leaf.bytes(), 0);
        });
    }

    private void keep(int level, Hash hash) {
        levels.computeIfAbsent(level, _ -> new ArrayList<>()).add(hash);
    }

    RunningTree running() {
        return running;
    }

    int asked() {
        return asked;
    }

    @Override
    public List<Hash> nodes(int level, long from, int count) {
        asked += count;
        int first = Math.toIntExact(from);
        return levels.getOrDefault(level, List.of()).subList(first, first + count);
    }
}
