package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Title;

/** B: the same commands beside what the server itself does with one row a transaction. */
final class PlainInserts implements Figure {

    private static final int SENDERS = 32;

    @Override
    public Title title() {
        return new Title("B", "durable commands and plain inserts", Aim.ratioAtLeast(1));
    }

    @Override
    public void measure(Course course) {
        try (Store store = new Store(course.folder().resolve("b"));
                Commands commands = Commands.of(store)) {
            course.warmUp(SENDERS, _ -> commands.send());
            PgBench plain = new PgBench(store, SENDERS, course.span());
            course.eachRound(round -> {
                course.add(this, variant(), "pgbench", round, plain.perSecond(), "commands/s");
                double ours =
                        Senders.pace(SENDERS, course.span(), _ -> commands.send()).perSecond();
                course.mastro(this, variant(), round, ours, "commands/s");
            });
        }
    }

    private static String variant() {
        return SENDERS + " clients";
    }
}
