package dev.mastro.chaos.canary;

import dev.mastro.chaos.trial.Result;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

        /**
         * What a run with the bug in it has found: invariants, and else what the fault asks for.
         */
        static Catch of(Canary canary, Result result) {
            return new Catch(
                    canary,
                    result.violations().stream()
                            .map(violation -> noticing(violation, result.fault()))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        private static String noticing(String violation, String fault) {
            return violation.matches("I[0-9]+: .*")
                    ? violation.substring(0, violation.indexOf(':'))
                    : fault;
        }

        /** Whether everything that is expected to has noticed. */
        public boolean isCaught() {
            return noticed.containsAll(canary.expected());
        }
    }
}
