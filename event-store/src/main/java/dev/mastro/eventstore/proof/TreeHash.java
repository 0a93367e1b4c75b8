package dev.mastro.eventstore.proof;

import dev.mastro.eventstore.seal.Hash;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** How the hashes of a tree are put together, by RFC 6962 section 2.1. */
public final class TreeHash {

    /** The root of a tree without leaves. */
    public static final Hash EMPTY = Hash.of(Hash.digest());

    /** Comes before the two hashes that make a node. */
    static final byte NODE = 1;

    private TreeHash() {}

    /** The node above these two. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = Hash.digest();
        digest.update(NODE);
        left.update(digest);
        right.update(digest);
        return Hash.of(digest);
    }

    /** The node above a complete row of nodes, as many as a power of two. */
    public static Hash above(List<Hash> row) {
        if (Integer.bitCount(row.size()) != 1) {
            throw new IllegalArgumentException("a row of %d nodes".formatted(row.size()));
        }
        List<Hash> level = row;
        while (level.size() > 1) {
            List<Hash> next = new ArrayList<>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                next.add(node(level.get(i), level.get(i + 1)));
            }
            level = next;
        }
        return level.getFirst();
    }
}
