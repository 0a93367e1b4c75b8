package dev.mastro.eventstore.proof;

import dev.mastro.eventstore.seal.Hash;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** A tree that sees its leaves one by one and keeps next to nothing of them. */
public final class RunningTree {

    private final Watcher watcher;
    private final Deque<Hash> complete = new ArrayDeque<>();
    private long size;

    /** A tree without leaves. */
    public RunningTree(Watcher watcher) {
        this.watcher = watcher;
    }

    /** Hears of every complete subtree of a level that is kept, but not of the leaves. */
    @FunctionalInterface
    public interface Watcher {

        void completed(int level, long index, Hash hash);
    }

    /** The next leaf. */
    public void add(Hash leaf) {
        Hash node = leaf;
        long index = size++;
        for (int level = 1; index % 2 == 1; level++) {
            node = TreeHash.node(complete.pop(), node);
            index /= 2;
            if (level % Subtrees.LEVELS == 0) {
                watcher.completed(level, index, node);
            }
        }
        complete.push(node);
    }

    /** How many leaves it has seen. */
    public long size() {
        return size;
    }

    /** The hash that stands for all leaves so far. */
    public Hash root() {
        if (complete.isEmpty()) {
            return TreeHash.EMPTY;
        }
        Iterator<Hash> smallestFirst = complete.iterator();
        Hash root = smallestFirst.next();
        while (smallestFirst.hasNext()) {
            root = TreeHash.node(smallestFirst.next(), root);
        }
        return root;
    }
}
