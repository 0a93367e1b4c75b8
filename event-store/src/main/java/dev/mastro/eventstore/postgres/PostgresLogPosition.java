package dev.mastro.eventstore.postgres;

import dev.mastro.eventstore.LogPosition;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the tables of events and of seals. */
public final class PostgresLogPosition implements LogPosition {

    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(32);

    private static final String HEAD =
            """
            SELECT coalesce(max(position), 0) FROM ledger_seal
            """;

    private static final String COMMITTED =
            """
            SELECT coalesce(max(global_index), 0) FROM ledger_event
            """;

    private static final String WAITS_FOR_ITS_SEAL =
            """
            SELECT EXISTS (
                SELECT FROM ledger_event AS event
                 WHERE event.global_index > (SELECT global_index FROM seal_watermark)
                   AND event.global_index <= ?
                   AND NOT EXISTS (
                       SELECT FROM ledger_seal AS seal
                        WHERE seal.global_index > (SELECT global_index FROM seal_watermark)
                          AND seal.global_index = event.global_index))
            """;

    private final JdbcClient jdbc;

    /** A view on the log behind {@code jdbc}. */
    public PostgresLogPosition(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long head() {
        return jdbc.sql(HEAD).query(Long.class).single();
    }

    /** What commits after this begins is not waited for, or nobody would ever be answered. */
    @Override
    public OptionalLong settledHead(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        long pause = FIRST_PAUSE_NANOS;
        long committed = jdbc.sql(COMMITTED).query(Long.class).single();
        while (jdbc.sql(WAITS_FOR_ITS_SEAL).param(committed).query(Boolean.class).single()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return OptionalLong.empty();
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
        return OptionalLong.of(head());
    }
}
