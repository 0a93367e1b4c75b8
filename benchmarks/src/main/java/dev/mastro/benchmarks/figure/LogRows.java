package dev.mastro.benchmarks.figure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the log in bulk, with copies of an event under identities of their own. */
final class LogRows {

    private static final int CHUNK = 100_000;
    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

    private static final String COPIES =
            """
            INSERT INTO ledger_event (
                aggregate_type, aggregate_id, sequence_number, event_id, recorded_at,
                recorded_at_text, payload_type, revision, payload, metadata)
            SELECT aggregate_type, gen_random_uuid()::text, 0, gen_random_uuid(), recorded_at,
                   recorded_at_text, payload_type, revision, payload, metadata
              FROM (SELECT * FROM ledger_event ORDER BY global_index LIMIT 1) AS event,
                   generate_series(1, ?)
             WHERE pg_current_xact_id() IS NOT NULL
            """;

    private final JdbcClient jdbc;
    private final JdbcClient owner;

    LogRows(Store store) {
        this.jdbc = store.jdbc();
        this.owner = JdbcClient.create(store.database().dataSource());
    }

    /**
     * Adds rows until there are {@code total}, and waits until all have their position and the
     * server has nothing left to do for them, which a log that grows by itself never leaves to one
     * moment.
     */
    void fillTo(long total) {
        long missing = total - count("ledger_event");
        while (missing > 0) {
            missing -= jdbc.sql(COPIES).param(Math.min(CHUNK, missing)).update();
        }
        awaitSealed();
        owner.sql("VACUUM (ANALYZE) ledger_event, ledger_seal, ledger_tree_node").update();
        owner.sql("CHECKPOINT").update();
    }

    void add(int rows) {
        jdbc.sql(COPIES).param(rows).update();
    }

    void awaitSealed() {
        while (count("ledger_seal") < count("ledger_event")) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Waits for the seal of the last event; cheaper to ask often than to count. */
    void awaitLastSealed() {
        while (!jdbc.sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM ledger_seal WHERE global_index =
                                (SELECT max(global_index) FROM ledger_event))
                        """)
                .query(Boolean.class)
                .single()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
