package dev.mastro.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/** The statements in which Axon's own would be slow or wrong on PostgreSQL. */
final class LedgerStatements {

    private static final String POSITION_AT =
            """
            SELECT min(global_index) - 1 FROM ledger_event WHERE recorded_at >= ?
            """;

    /** Axon's own has no order, although the loop over it depends on one. */
    private static final String AROUND_GAPS =
            """
            SELECT global_index, recorded_at_text
              FROM ledger_event
             WHERE global_index BETWEEN ? AND ?
             ORDER BY global_index
            """;

    /** A limit instead of a range of numbers: a hole wider than a page cannot stop the stream. */
    private static final String AFTER =
            """
            SELECT global_index, aggregate_type, aggregate_id, sequence_number, event_id,
                   recorded_at_text, payload_type, revision, payload, metadata
              FROM ledger_event
             WHERE global_index > ?
             ORDER BY global_index
             LIMIT ?
            """;

    /** Two index scans instead of an OR, which would sort everything after the position. */
    private static final String AFTER_OR_IN_GAPS =
            """
            SELECT * FROM (
                (SELECT global_index, aggregate_type, aggregate_id, sequence_number, event_id,
                        recorded_at_text, payload_type, revision, payload, metadata
                   FROM ledger_event
                  WHERE global_index = ANY (?))
                UNION ALL
                (SELECT global_index, aggregate_type, aggregate_id, sequence_number, event_id,
                        recorded_at_text, payload_type, revision, payload, metadata
                   FROM ledger_event
                  WHERE global_index > ?
                  ORDER BY global_index
                  LIMIT ?)) AS event
             ORDER BY global_index
            """;

    /** One snapshot for both: a gap is either seen as a gap or its event is seen. */
    private static final String HEAD_AND_GAPS =
            """
            SELECT head.position AS head,
                   ARRAY(SELECT place
                           FROM generate_series(
                                    greatest(1, head.position - 1000), head.position - 1) place
                          WHERE NOT EXISTS (
                                SELECT FROM ledger_event WHERE global_index = place)) AS gaps
              FROM (SELECT max(global_index) AS position FROM ledger_event) AS head
             WHERE head.position IS NOT NULL
            """;

    private LedgerStatements() {}

    static PreparedStatement headAndGaps(Connection connection) throws SQLException {
        return connection.prepareStatement(HEAD_AND_GAPS);
    }

    static PreparedStatement positionAt(Connection connection, EventSchema schema, Instant at)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(POSITION_AT);
        statement.setObject(1, at.atOffset(ZoneOffset.UTC));
        return statement;
    }

    static PreparedStatement aroundGaps(
            Connection connection, EventSchema schema, SortedSet<Long> gaps) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(AROUND_GAPS);
        statement.setLong(1, gaps.first());
        statement.setLong(2, gaps.last() + 1);
        return statement;
    }

    static PreparedStatement after(
            Connection connection, EventSchema schema, long position, int limit)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(AFTER);
        statement.setLong(1, position);
        statement.setInt(2, limit);
        return statement;
    }

    static PreparedStatement afterOrInGaps(
            Connection connection, EventSchema schema, long position, int limit, List<Long> gaps)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(AFTER_OR_IN_GAPS);
        statement.setArray(1, connection.createArrayOf("bigint", gaps.toArray()));
        statement.setLong(2, position);
        statement.setInt(3, limit);
        return statement;
    }
}
