package dev.mastro.eventstore.postgres;

import dev.mastro.eventstore.LogPosition;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the table itself. */
public final class PostgresLogPosition implements LogPosition {

    private static final String HEAD =
            """
            SELECT coalesce(max(global_index), 0) FROM ledger_event
            """;

    private final JdbcClient jdbc;
    private final AppendedPositions positions;

    /** A view on the log behind {@code jdbc}. */
    public PostgresLogPosition(JdbcClient jdbc, AppendedPositions positions) {
        this.jdbc = jdbc;
        this.positions = positions;
    }

    @Override
    public long head() {
        return jdbc.sql(HEAD).query(Long.class).single();
    }

    @Override
    public OptionalLong appendedBy(String commandIdentifier) {
        return positions.of(commandIdentifier);
    }
}
