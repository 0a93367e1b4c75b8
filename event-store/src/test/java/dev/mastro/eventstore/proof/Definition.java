package dev.mastro.eventstore.proof;

import dev.mastro.eventstore.seal.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The definitions of RFC 6962 section 2.1, word for word, over whole lists. */
final class Definition {

    private Definition() {}

    static Hash root(List<Hash> leaves) {
        return switch (leaves.size()) {
            case 0 -> Hash.of(Hash.digest());
            case 1 -> leaves.getFirst();
            default -> {
                int k = split(leaves);
                yield TreeHash.node(
                        root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
            }
        };
    }

    static List<Hash> path(int index, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = split(leaves);
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        return index < k
                ? append(path(index, left), root(right))
                : append(path(index - k, right), root(left));
    }

    static List<Hash> proof(int earlier, List<Hash> leaves) {
        return subproof(earlier, leaves, true);
    }

    private static List<Hash> subproof(int m, List<Hash> leaves, boolean known) {
        if (m == leaves.size()) {
            return known ? List.of() : List.of(root(leaves));
        }
        int k = split(leaves);
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        return m <= k
                ? append(subproof(m, left, known), root(right))
                : append(subproof(m - k, right, false), root(left));
    }

    private static int split(List<Hash> leaves) {
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> append(List<Hash> hashes, Hash last) {
        List<Hash> appended = new ArrayList<>(hashes);
        appended.add(last);
        return appended;
    }

    /** Leaves that differ. */
    static List<Hash> leaves(int count) {
        return LongStream.range(0, count).mapToObj(Definition::leaf).toList();
    }

    static Hash leaf(long number) {
        var digest = Hash.digest();
        digest.update((byte) 0);
        digest.update(Long.toString(number).getBytes(StandardCharsets.UTF_8));
        return Hash.of(digest);
    }
}
