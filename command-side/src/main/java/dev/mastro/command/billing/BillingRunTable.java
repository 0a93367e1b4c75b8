package dev.mastro.command.billing;

import dev.mastro.command.due.DueProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers billing runs and how far they have come. */
@Component
class BillingRunTable {

    private static final String BEGIN =
            """
            INSERT INTO billing_run (through) VALUES (?) RETURNING id
            """;

    private static final String NOTE =
            """
            UPDATE billing_run
               SET due = :due, done = :done, failed = :failed, error = :error
             WHERE id = :id
            """;

    private static final String FINISH =
            """
            UPDATE billing_run
               SET due = :due, done = :done, failed = :failed, error = :error,
                   finished_at = clock_timestamp()
             WHERE id = :id
            """;

    private static final String FIND =
            """
            SELECT id, through, started_at, finished_at, due, done, failed, error
              FROM billing_run
             WHERE id = ?
            """;

    private final JdbcClient jdbc;

    BillingRunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    DueProgress begin(Instant through) {
        return new DueProgress(
                jdbc.sql(BEGIN).param(through.atOffset(ZoneOffset.UTC)).query(Long.class).single());
    }

    void note(DueProgress progress) {
        write(NOTE, progress, progress.error());
    }

    /** {@code failure} is what stopped the run itself, if anything did. */
    void finish(DueProgress progress, @Nullable String failure) {
        write(FINISH, progress, failure == null ? progress.error() : failure);
    }

    Optional<BillingRun> find(long id) {
        return jdbc.sql(FIND).param(id).query(BillingRunTable::run).optional();
    }

    private void write(String sql, DueProgress progress, @Nullable String error) {
        jdbc.sql(sql)
                .param("id", progress.run())
                .param("due", progress.due())
                .param("done", progress.done())
                .param("failed", progress.failed())
                .param("error", error)
                .update();
    }

    private static BillingRun run(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new BillingRun(
                Long.toString(row.getLong("id")),
                row.getObject("through", OffsetDateTime.class).toInstant(),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getLong("due"),
                row.getLong("done"),
                row.getLong("failed"),
                row.getString("error"));
    }
}
