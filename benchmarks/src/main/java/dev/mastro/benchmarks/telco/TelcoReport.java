package dev.mastro.benchmarks.telco;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long it took, how fast that was, where the time went, and how large the database is. */
final class TelcoReport {

    private static final String EVENTS = "SELECT count(*) FROM ledger_event";

    private static final String DATABASE_BYTES = "SELECT pg_database_size(current_database())";

    private static final String LOG_BYTES = "SELECT pg_total_relation_size('ledger_event')";

    private static final long MEBIBYTE = 1_048_576;

    private final JdbcClient database;
    private final long eventsBefore;

    /** Made before the run, so that a resumed run counts its own events only. */
    TelcoReport(JdbcClient database) {
        this.database = database;
        this.eventsBefore = number(EVENTS);
    }

    String of(Phases phases) {
        long events = number(EVENTS);
        BigDecimal seconds = seconds(phases.total());
        BigDecimal recorded = BigDecimal.valueOf(events - eventsBefore);
        BigDecimal rate = recorded.divide(seconds, RoundingMode.HALF_UP);
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%,d events in the log; this run recorded %,.0f of them in %,.0f s (%,.0f a"
                                + " second)%n",
                        events,
                        recorded,
                        seconds,
                        rate));
        phases.spent()
                .forEach((phase, spent) ->
                        text.append(
                                String.format(
                                        Locale.ROOT, "  %-24s %8.1f s%n", phase, seconds(spent))));
        text.append(
                String.format(
                        Locale.ROOT,
                        "database %,d MiB, of which the log %,d MiB (%,d bytes an event)%n",
                        number(DATABASE_BYTES) / MEBIBYTE,
                        number(LOG_BYTES) / MEBIBYTE,
                        number(LOG_BYTES) / Math.max(1, events)));
        return text.toString();
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    /** At least a millisecond, because events are divided by it. */
    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(Math.max(1, duration.toMillis()), 3);
    }
}
