package dev.mastro.eventstore.proof;

import dev.mastro.eventstore.seal.Hash;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/** A tree that sees its leaves one by one and keeps next to nothing of them. */
public final class RunningTree {

    private static final int LEFT = 1;
    private static final int RIGHT = LEFT + Hash.LENGTH;

    private final Watcher watcher;
    private final MessageDigest digest = Hash.digest();

    /** Of each level the complete subtree that waits for the one on its right. */
    private final byte[][] waiting = new byte[Long.SIZE][Hash.LENGTH];

    private final byte[] node = new byte[RIGHT + Hash.LENGTH];
    private long size;

    /** A tree without leaves. */
    public RunningTree(Watcher watcher) {
        this.watcher = watcher;
        node[0] = TreeHash.NODE;
    }

    /** Hears of every complete subtree of a level that is kept, but not of the leaves. */
    @FunctionalInterface
    public interface Watcher {

        void completed(int level, long index, Hash hash);
    }

    /** The next leaf, which begins at this place of {@code leaves}. */
    public void add(byte[] leaves, int offset) {
        System.arraycopy(leaves, offset, node, RIGHT, Hash.LENGTH);
        long index = size++;
        int level = 0;
        while (index % 2 == 1) {
            join(waiting[level]);
            index /= 2;
            level++;
            if (level % Subtrees.LEVELS == 0) {
                watcher.completed(
                        level, index, Hash.of(Arrays.copyOfRange(node, RIGHT, node.length)));
            }
        }
        System.arraycopy(node, RIGHT, waiting[level], 0, Hash.LENGTH);
    }

    /** Puts the node above {@code left} and the one at the right into the place of that one. */
    private void join(byte[] left) {
        System.arraycopy(left, 0, node, LEFT, Hash.LENGTH);
        digest.update(node);
        try {
            digest.digest(node, RIGHT, Hash.LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("there is room for a hash", e);
        }
    }

    /** How many leaves it has seen. */
    public long size() {
        return size;
    }

    /** The hash that stands for all leaves so far. */
    public Hash root() {
        if (size == 0) {
            return TreeHash.EMPTY;
        }
        int level = Long.numberOfTrailingZeros(size);
        Hash root = Hash.of(waiting[level]);
        for (level++; size >>> level > 0; level++) {
            if ((size >>> level) % 2 == 1) {
                root = TreeHash.node(Hash.of(waiting[level]), root);
            }
        }
        return root;
    }
}
