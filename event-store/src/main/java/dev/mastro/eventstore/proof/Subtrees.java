package dev.mastro.eventstore.proof;

import dev.mastro.eventstore.seal.Hash;
import java.util.List;

/** The roots of complete subtrees, kept at every eighth level; level 0 are the leaves. */
@FunctionalInterface
public interface Subtrees {

    /** How many levels are left out between two that are kept. */
    int LEVELS = 8;

    /** How many nodes of a level that is kept make one of the next such level. */
    int WIDTH = 1 << LEVELS;

    /**
     * Exactly {@code count} nodes of a level that is kept, from the one with index {@code from}.
     */
    List<Hash> nodes(int level, long from, int count);
}
