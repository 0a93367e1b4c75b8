package dev.mastro.eventstore.append;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/** All events of a batch as one statement with one value per column. */
final class AppendStatement {

    /**
     * Takes the number of its transaction before the first index: the sealer relies on it. Tells
     * that number, by which one can ask later whether the transaction was committed.
     */
    private static final String APPEND =
            """
            WITH appended AS (
                INSERT INTO ledger_event (
                    aggregate_type, aggregate_id, sequence_number, event_id, recorded_at,
                    recorded_at_text, payload_type, revision, payload, metadata)
                SELECT aggregate_type, aggregate_id, sequence_number, event_id,
                       recorded::timestamptz, recorded, payload_type, revision, payload, metadata
                  FROM unnest(?::text[], ?::text[], ?::bigint[], ?::uuid[], ?::text[],
                              ?::text[], ?::text[], ?::bytea[], ?::bytea[])
                       WITH ORDINALITY AS event (
                           aggregate_type, aggregate_id, sequence_number, event_id, recorded,
                           payload_type, revision, payload, metadata, place)
                 WHERE pg_current_xact_id() IS NOT NULL
                 ORDER BY place)
            SELECT pg_current_xact_id()::text
            """;

    private AppendStatement() {}

    /** Appends the events in their order, and tells the number of the transaction. */
    static String execute(JdbcTemplate jdbc, List<EventRow> events) {
        return Objects.requireNonNull(
                jdbc.execute((Connection connection) -> execute(connection, events)));
    }

    private static String execute(Connection connection, List<EventRow> events)
            throws SQLException {
        Array[] columns = {
            texts(connection, events, EventRow::aggregateType),
            texts(connection, events, EventRow::aggregateId),
            numbers(connection, events, EventRow::sequenceNumber),
            texts(connection, events, EventRow::eventId),
            texts(connection, events, EventRow::recordedAt),
            texts(connection, events, EventRow::payloadType),
            texts(connection, events, EventRow::revision),
            bytes(connection, events, EventRow::payload),
            bytes(connection, events, EventRow::metadata)
        };
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            for (int column = 0; column < columns.length; column++) {
                append.setArray(column + 1, columns[column]);
            }
            try (ResultSet number = append.executeQuery()) {
                number.next();
                return number.getString(1);
            }
        }
    }

    private static Array texts(
            Connection connection, List<EventRow> rows, Function<EventRow, String> text)
            throws SQLException {
        return connection.createArrayOf("text", column(rows, text, String[]::new));
    }

    private static Array numbers(
            Connection connection, List<EventRow> rows, Function<EventRow, Long> number)
            throws SQLException {
        return connection.createArrayOf("bigint", column(rows, number, Long[]::new));
    }

    private static Array bytes(
            Connection connection, List<EventRow> rows, Function<EventRow, byte[]> bytes)
            throws SQLException {
        return connection.createArrayOf("bytea", column(rows, bytes, byte[][]::new));
    }

    /** An array of its own type: the driver sends it as it is, and other arrays as one text. */
    private static <T> T[] column(
            List<EventRow> rows, Function<EventRow, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
