package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Title;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** G: one command, over HTTP, on accounts whose history is short and long. */
final class LongHistories implements Figure {

    private static final int SHORT = 10;
    private static final List<Integer> LONG = List.of(1_000, 100_000);

    @Override
    public Title title() {
        return new Title("G", "one command on a long history", Aim.ratioAtMost(1.2));
    }

    @Override
    public void measure(Course course) {
        try (Ledger ledger = new Ledger(course.folder().resolve("g"))) {
            String shortOne = new LongAccount(ledger, SHORT).account();
            for (int events : LONG) {
                int length = Math.max(SHORT, course.sized(events));
                String longOne = new LongAccount(ledger, length).account();
                toggleOnce(ledger, longOne);
                course.eachRound(round -> {
                    String variant = length + " events";
                    course.add(
                            this,
                            variant,
                            SHORT + " events",
                            round,
                            median(course, ledger, shortOne),
                            "ms p50");
                    course.mastro(this, variant, round, median(course, ledger, longOne), "ms p50");
                });
            }
        }
    }

    /** The first command after a start reads the whole history; it is not what is measured. */
    private static void toggleOnce(Ledger ledger, String account) {
        ledger.setAutoApply(account, true);
        ledger.setAutoApply(account, false);
    }

    private static double median(Course course, Ledger ledger, String account) {
        AtomicBoolean enabled = new AtomicBoolean(false);
        return Senders.pace(
                        1,
                        course.span(),
                        _ -> {
                            enabled.set(!enabled.get());
                            ledger.setAutoApply(account, enabled.get());
                        })
                .median();
    }
}
