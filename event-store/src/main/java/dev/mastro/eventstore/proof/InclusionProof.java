package dev.mastro.eventstore.proof;

import dev.mastro.eventstore.seal.Hash;
import java.util.List;

/**
 * That the leaf with an index is in a tree.
 *
 * @param index of the leaf, counted from 0
 * @param size how many leaves the tree has
 * @param path the hashes beside the way from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether a tree with this root has this leaf there (RFC 9162 section 2.1.3.2). */
    public boolean shows(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash beside : path) {
            if (last == 0) {
                return false;
            }
            if (node % 2 == 1 || node == last) {
                hash = TreeHash.node(beside, hash);
                int skipped = node % 2 == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= skipped;
                last >>>= skipped;
            } else {
                hash = TreeHash.node(hash, beside);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
