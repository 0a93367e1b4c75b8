package dev.mastro.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** How the log is read: by positions, which have no holes. */
final class LedgerStatements {

    private static final String LAST_LINK =
            """
            SELECT position, chain_hash FROM ledger_seal ORDER BY position DESC LIMIT 1
            """;

    private static final String LINKS =
            """
            SELECT position, chain_hash FROM ledger_seal
             WHERE position = ? OR position = ?
             ORDER BY position
            """;

    private static final String POSITION_AT =
            """
            SELECT coalesce(min(seal.position) - 1,
                            (SELECT max(position) FROM ledger_seal), 0) AS position
              FROM ledger_event AS event
              JOIN ledger_seal AS seal ON seal.global_index = event.global_index
             WHERE event.recorded_at >= ?
            """;

    private static final String AFTER =
            """
            SELECT seal.position, event.aggregate_type, event.aggregate_id, event.sequence_number,
                   event.event_id, event.recorded_at_text, event.payload_type, event.revision,
                   event.payload, event.metadata
              FROM ledger_seal AS seal
              JOIN ledger_event AS event ON event.global_index = seal.global_index
             WHERE seal.position > ?
             ORDER BY seal.position
             LIMIT ?
            """;

    private LedgerStatements() {}

    static PreparedStatement lastLink(Connection connection) throws SQLException {
        return connection.prepareStatement(LAST_LINK);
    }

    static PreparedStatement links(Connection connection, long one, long other)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(LINKS);
        statement.setLong(1, one);
        statement.setLong(2, other);
        return statement;
    }

    static PreparedStatement positionAt(Connection connection, Instant at) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(POSITION_AT);
        statement.setObject(1, at.atOffset(ZoneOffset.UTC));
        return statement;
    }

    static PreparedStatement after(Connection connection, long position, int limit)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(AFTER);
        statement.setLong(1, position);
        statement.setInt(2, limit);
        return statement;
    }
}
