package dev.mastro.query.rebuild;

import dev.mastro.query.platform.ProjectionProgress.Rebuild;
import dev.mastro.query.platform.ProjectionProgress.Stage;
import dev.mastro.query.platform.Rebuilds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The rows of {@code projection_rebuild}: what was asked for, and what became of it. */
@Component
class RebuildTable implements Rebuilds {

    private static final int WHOLE = 100;

    private static final String LATEST =
            """
            SELECT rebuild.*, differing
              FROM projection_rebuild AS rebuild
              LEFT JOIN LATERAL (
                   SELECT sum(missing + surplus + changed)::bigint AS differing
                     FROM projection_comparison AS compared
                    WHERE compared.projection = rebuild.projection) AS report
                ON state = 'FINISHED'
            """;

    private static final String REQUEST =
            """
            INSERT INTO projection_rebuild (projection)
            SELECT unnest(?::text[])
                ON CONFLICT (projection) DO UPDATE
               SET state = 'REQUESTED', requested_at = clock_timestamp(), started_at = NULL,
                   finished_at = NULL, position = 0, until = 0, failure = NULL
             WHERE projection_rebuild.state IN ('FINISHED', 'FAILED')
            """;

    private static final String OPEN =
            """
            SELECT projection FROM projection_rebuild
             WHERE state IN ('REQUESTED', 'RUNNING')
             ORDER BY requested_at, projection
            """;

    private static final String WAIT_FOR_THE_RUN_BEFORE =
            """
            SELECT run FROM projection_rebuild WHERE projection = ? FOR UPDATE
            """;

    private static final String BEGIN =
            """
            UPDATE projection_rebuild
               SET state = 'RUNNING', run = run + 1, started_at = clock_timestamp(),
                   position = 0, until = ?
             WHERE projection = ? AND state IN ('REQUESTED', 'RUNNING')
            RETURNING run
            """;

    private static final String ADVANCE =
            """
            UPDATE projection_rebuild
               SET position = least(?, until)
             WHERE projection = ANY (?::text[]) AND state = 'RUNNING'
            """;

    private static final String FINISH =
            """
            UPDATE projection_rebuild
               SET state = 'FINISHED', position = ?, until = ?, finished_at = clock_timestamp()
             WHERE projection = ?
            """;

    private static final String FAIL =
            """
            UPDATE projection_rebuild
               SET state = 'FAILED', finished_at = clock_timestamp(), failure = ?
             WHERE projection = ? AND run = ?
            """;

    private static final String CURRENT_RUN =
            """
            SELECT run FROM projection_rebuild WHERE projection = ? FOR KEY SHARE
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    RebuildTable(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public Map<String, Rebuild> latest() {
        Map<String, Rebuild> latest = new HashMap<>();
        jdbc.sql(LATEST)
                .query(row -> {
                    latest.put(row.getString("projection"), rebuild(row));
                });
        return latest;
    }

    /** One that is under way goes on. */
    void request(Collection<String> projections) {
        jdbc.sql(REQUEST).param(projections.toArray(String[]::new)).update();
    }

    /** The projections whose rebuild waits for a process, or has lost the one it had. */
    List<String> open() {
        return jdbc.sql(OPEN).query((row, _) -> String.valueOf(row.getString(1))).list();
    }

    /** The number of the run that begins, unless another process has finished the rebuild. */
    OptionalLong begin(String projection, long until) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    jdbc.sql(WAIT_FOR_THE_RUN_BEFORE).param(projection).query(row -> {});
                    return jdbc
                            .sql(BEGIN)
                            .params(until, projection)
                            .query((row, _) -> row.getLong("run"))
                            .list()
                            .stream()
                            .mapToLong(Long::longValue)
                            .findFirst();
                }));
    }

    void advance(Collection<String> projections, long position) {
        jdbc.sql(ADVANCE).params(position, projections.toArray(String[]::new)).update();
    }

    /** Belongs to the transaction that puts the tables in their place. */
    void finish(String projection, long position) {
        jdbc.sql(FINISH).params(position, position, projection).update();
    }

    void fail(String projection, long run, String failure) {
        jdbc.sql(FAIL).params(failure, projection, run).update();
    }

    /**
     * Holds other processes off this rebuild until the end of the transaction.
     *
     * @throws IllegalStateException when another process has begun a run after this one
     */
    void requireCurrent(String projection, long run) {
        long current = jdbc.sql(CURRENT_RUN).param(projection).query(Long.class).single();
        if (current != run) {
            throw new IllegalStateException(
                    "run %d of the rebuild of %s was taken over by run %d"
                            .formatted(run, projection, current));
        }
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        Stage stage = Stage.valueOf(row.getString("state"));
        long position = row.getLong("position");
        long until = row.getLong("until");
        return new Rebuild(
                stage,
                position,
                until,
                percent(stage, position, until),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                row.getObject("differing", Long.class),
                row.getString("failure"));
    }

    private static int percent(Stage stage, long position, long until) {
        if (stage == Stage.FINISHED) {
            return WHOLE;
        }
        return until == 0 ? 0 : Math.toIntExact(position * WHOLE / until);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
