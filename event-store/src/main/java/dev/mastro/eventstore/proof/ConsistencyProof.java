package dev.mastro.eventstore.proof;

import dev.mastro.eventstore.seal.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * That a tree begins with all the leaves of a smaller one, in their order.
 *
 * @param earlier how many leaves the smaller one has
 * @param size how many leaves the larger one has
 * @param path the hashes from which both roots follow
 */
public record ConsistencyProof(long earlier, long size, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether these are the two roots (RFC 9162 section 2.1.4.2). */
    public boolean shows(Hash earlierRoot, Hash root) {
        if (earlier < 1 || earlier > size) {
            return false;
        }
        if (earlier == size) {
            return path.isEmpty() && earlierRoot.equals(root);
        }
        List<Hash> hashes = new ArrayList<>(path);
        if (Long.bitCount(earlier) == 1) {
            hashes.addFirst(earlierRoot);
        }
        return !hashes.isEmpty() && follows(hashes, earlierRoot, root);
    }

    private boolean follows(List<Hash> hashes, Hash earlierRoot, Hash root) {
        int whole = Long.numberOfTrailingZeros(earlier);
        long node = (earlier - 1) >>> whole;
        long last = (size - 1) >>> whole;
        Hash then = hashes.getFirst();
        Hash now = then;
        for (Hash beside : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if (node % 2 == 1 || node == last) {
                then = TreeHash.node(beside, then);
                now = TreeHash.node(beside, now);
                int skipped = node % 2 == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= skipped;
                last >>>= skipped;
            } else {
                now = TreeHash.node(now, beside);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && then.equals(earlierRoot) && now.equals(root);
    }
}
