package dev.mastro.chaos.canary;

import dev.mastro.chaos.invariant.Invariant;
import java.util.Set;

/**
 * A planted bug.
 *
 * @param number in the test plan
 * @param bug what is wrong
 * @param how it is planted
 * @param expected the invariants of which each must notice
 */
public record Canary(int number, String bug, String how, Set<Invariant> expected) {

    /** What came of it. */
    public record Catch(Canary canary, Set<Invariant> noticed) {

        /** Whether every expected invariant has noticed. */
        public boolean isCaught() {
            return noticed.containsAll(canary.expected());
        }
    }
}
