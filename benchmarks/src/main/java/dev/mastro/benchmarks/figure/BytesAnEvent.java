package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Title;

/** L: what an event of a common life takes on disk, its keys and seals included. */
final class BytesAnEvent implements Figure {

    private static final int SUBSCRIPTIONS = 2_000;

    private static final String BYTES =
            """
            SELECT (pg_total_relation_size('ledger_event')
                    + pg_total_relation_size('ledger_seal'))::float8
                   / (SELECT count(*) FROM ledger_event)
            """;

    @Override
    public Title title() {
        return new Title("L4", "disk, an event with its seal", Aim.NONE);
    }

    @Override
    public void measure(Course course) {
        try (Ledger ledger = new Ledger(course.folder().resolve("l4"))) {
            Senders.each(
                    16,
                    course.sized(SUBSCRIPTIONS),
                    _ -> {
                        var _ = ledger.subscribe(ledger.open(), 1);
                    });
            double bytes = ledger.jdbc().sql(BYTES).query(Double.class).single();
            course.mastro(this, "opening and first order", 1, bytes, "bytes");
        }
    }
}
