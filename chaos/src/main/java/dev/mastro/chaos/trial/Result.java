package dev.mastro.chaos.trial;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What came of one run. */
public record Result(
        String fault,
        int repetition,
        long seed,
        Verdict verdict,
        String evidence,
        Counts counts,
        List<String> violations,
        long seconds) {

    public Result {
        violations = List.copyOf(violations);
    }

    /** How many requests were sent, and what came of them. */
    public record Counts(int sent, int ok, int refused, int unknown, long p99Millis) {

        private static final int PERCENT = 100;
        private static final int NEARLY_ALL = 99;

        /** Of a history. */
        public static Counts of(History history) {
            List<Long> times =
                    history.sendings().stream().map(it -> it.tookMillis()).sorted().toList();
            return new Counts(
                    times.size(),
                    history.count(it -> it.outcome() == Outcome.OK),
                    history.count(it -> it.outcome() == Outcome.REFUSED),
                    history.count(it -> it.outcome() == Outcome.UNKNOWN),
                    times.isEmpty() ? 0 : times.get((times.size() - 1) * NEARLY_ALL / PERCENT));
        }
    }

    static Verdict verdict(Evidence evidence, List<String> violations) {
        if (!violations.isEmpty()) {
            return Verdict.VIOLATED;
        }
        return evidence.landed() ? Verdict.PASSED : Verdict.INCONCLUSIVE;
    }

    /** Whether less was run than what is published. */
    public boolean isSmall() {
        return evidence.startsWith(Run.Size.SMALL);
    }

    /** Whether this came of such a run: of the same seed, and of the same size. */
    public boolean isOf(Run run) {
        return seed == run.seed() && isSmall() == run.size().isSmall();
    }

    /** The same with more that did not hold. */
    public Result with(List<String> more) {
        List<String> all = new ArrayList<>(violations);
        all.addAll(more);
        return new Result(
                fault,
                repetition,
                seed,
                all.isEmpty() ? verdict : Verdict.VIOLATED,
                evidence,
                counts,
                all,
                seconds);
    }

    /** In one line. */
    public String inWords() {
        return "%s repetition %d, seed %d: %s in %d s; %s; %s%s"
                .formatted(
                        fault,
                        repetition,
                        seed,
                        verdict,
                        seconds,
                        evidence,
                        counts,
                        violations.isEmpty() ? "" : "\n  " + String.join("\n  ", violations));
    }
}
