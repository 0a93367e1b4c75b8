package dev.mastro.chaos.canary;

import java.util.Set;

/**
 * A planted bug.
 *
 * @param number in the test plan
 * @param bug what is wrong
 * @param how it is planted
 * @param expected the invariants, and the faults with conditions of their own, of which each must
 *     notice
 */
public record Canary(int number, String bug, String how, Set<String> expected) {

    /** What came of it. */
    public record Catch(Canary canary, Set<String> noticed) {

        /** Whether everything that is expected to has noticed. */
        public boolean isCaught() {
            return noticed.containsAll(canary.expected());
        }
    }
}
