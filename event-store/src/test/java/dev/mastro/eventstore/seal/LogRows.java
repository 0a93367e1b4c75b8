package dev.mastro.eventstore.seal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Appends to the log in transactions that the test opens and ends. */
public final class LogRows {

    private static final Instant LONG_AGO = Instant.parse("2019-03-01T00:00:00Z");

    private LogRows() {}

    /** Inserts as the engine does, and returns the index that the event took. */
    @CanIgnoreReturnValue
    public static long insert(Connection connection, String stream, long sequence)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO ledger_event (
                            aggregate_type, aggregate_id, sequence_number, event_id, recorded_at,
                            recorded_at_text, payload_type, revision, payload, metadata)
                        SELECT 'Account', ?, ?, ?, ?::timestamptz, ?, 'AccountClosed', '1',
                               '{}', '{}'
                         WHERE pg_current_xact_id() IS NOT NULL
                        RETURNING global_index
                        """)) {
            insert.setString(1, stream);
            insert.setLong(2, sequence);
            insert.setObject(3, UUID.randomUUID());
            insert.setString(4, LONG_AGO.toString());
            insert.setString(5, LONG_AGO.toString());
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A transaction that somebody has open. */
    public static Connection begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return connection;
    }
}
