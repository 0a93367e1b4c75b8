package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Title;
import dev.mastro.eventstore.seal.Sealer;

/** E, first half: giving positions and hashes to a backlog, beside copying the same rows. */
final class Sealing implements Figure {

    private static final int EVENTS = 100_000;

    @Override
    public Title title() {
        return new Title("E1", "sealing", Aim.ratioAtLeast(0.3));
    }

    @Override
    public void measure(Course course) {
        int events = course.sized(EVENTS);
        try (Store store = new Store(course.folder().resolve("e1"));
                Commands commands = Commands.of(store)) {
            commands.send();
            LogRows rows = new LogRows(store);
            Sealer sealer = store.bean(Sealer.class);
            course.eachRound(round -> {
                rows.awaitSealed();
                sealer.stop();
                rows.add(events);
                double copying = new CopiedRows(store, events).seconds();
                double sealing =
                        Senders.seconds(() -> {
                            sealer.start();
                            rows.awaitLastSealed();
                        });
                course.add(this, "backlog", "COPY", round, events / copying, "events/s");
                course.mastro(this, "backlog", round, events / sealing, "events/s");
            });
        }
    }
}
