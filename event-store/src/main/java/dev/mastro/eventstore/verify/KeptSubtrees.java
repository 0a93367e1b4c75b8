package dev.mastro.eventstore.verify;

import dev.mastro.eventstore.seal.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The subtrees that a log keeps, held against those that are computed. */
public final class KeptSubtrees {

    private final Map<Place, Hash> kept = new HashMap<>();
    private final List<Mismatch> mismatches = new ArrayList<>();
    private final long grownTo;
    private int agreed;

    /**
     * Of a log that had all of them up to some size.
     *
     * @param nodes what it keeps
     * @param grownTo how many events had all theirs when the log last signed itself
     */
    public KeptSubtrees(List<Node> nodes, long grownTo) {
        nodes.forEach(node -> kept.put(new Place(node.level(), node.index()), node.hash()));
        this.grownTo = grownTo;
    }

    /** The root of a complete subtree. */
    public record Node(int level, long index, Hash hash) {}

    private record Place(int level, long index) {}

    /** This one was computed. */
    public void completed(int level, long index, Hash hash) {
        Hash here = kept.remove(new Place(level, index));
        long last = (index + 1) << level;
        if (here != null && here.equals(hash)) {
            agreed++;
        } else if (here != null || last <= grownTo) {
            long first = (index << level) + 1;
            mismatches.add(
                    new Mismatch(
                            first,
                            "the subtree over positions %d to %d is kept %s"
                                    .formatted(
                                            first,
                                            last,
                                            here == null ? "no more" : "with another hash")));
        }
    }

    /** The log ends here, so nothing else can be kept. */
    public void end(long position) {
        if (!kept.isEmpty()) {
            mismatches.add(
                    new Mismatch(
                            position + 1,
                            "%d subtrees are kept of events that are not there"
                                    .formatted(kept.size())));
        }
    }

    /** How many are as they must be. */
    public int agreed() {
        return agreed;
    }

    public List<Mismatch> mismatches() {
        return List.copyOf(mismatches);
    }
}
