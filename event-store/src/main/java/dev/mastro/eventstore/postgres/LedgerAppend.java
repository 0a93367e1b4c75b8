package dev.mastro.eventstore.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** All events of a unit of work as one statement with one value per column. */
final class LedgerAppend {

    /** Takes the number of its transaction before the first index: the sealer relies on it. */
    private static final String APPEND =
            """
            INSERT INTO ledger_event (
                aggregate_type, aggregate_id, sequence_number, event_id, recorded_at,
                recorded_at_text, payload_type, revision, payload, metadata)
            SELECT aggregate_type, aggregate_id, sequence_number, event_id, recorded::timestamptz,
                   recorded, payload_type, revision, payload, metadata
              FROM unnest(?::text[], ?::text[], ?::bigint[], ?::uuid[], ?::text[],
                          ?::text[], ?::text[], ?::bytea[], ?::bytea[])
                   WITH ORDINALITY AS event (
                       aggregate_type, aggregate_id, sequence_number, event_id, recorded,
                       payload_type, revision, payload, metadata, place)
             WHERE pg_current_xact_id() IS NOT NULL
             ORDER BY place
            """;

    private final List<? extends DomainEventMessage<?>> events;
    private final Serializer serializer;

    LedgerAppend(List<? extends DomainEventMessage<?>> events, Serializer serializer) {
        this.events = events;
        this.serializer = serializer;
    }

    PreparedStatement statement(Connection connection) throws SQLException {
        List<SerializedObject<byte[]>> payloads =
                events.stream().map(e -> e.serializePayload(serializer, byte[].class)).toList();
        List<SerializedObject<byte[]>> metadata =
                events.stream().map(e -> e.serializeMetaData(serializer, byte[].class)).toList();
        Array[] columns = {
            texts(connection, events, DomainEventMessage::getType),
            texts(connection, events, DomainEventMessage::getAggregateIdentifier),
            sequenceNumbers(connection),
            texts(connection, events, DomainEventMessage::getIdentifier),
            texts(connection, events, event -> event.getTimestamp().toString()),
            texts(connection, payloads, payload -> payload.getType().getName()),
            texts(connection, payloads, payload -> payload.getType().getRevision()),
            bytes(connection, payloads),
            bytes(connection, metadata)
        };
        PreparedStatement append = connection.prepareStatement(APPEND);
        for (int column = 0; column < columns.length; column++) {
            append.setArray(column + 1, columns[column]);
        }
        return append;
    }

    private Array sequenceNumbers(Connection connection) throws SQLException {
        Object[] numbers = events.stream().map(DomainEventMessage::getSequenceNumber).toArray();
        return connection.createArrayOf("bigint", numbers);
    }

    private static <T> Array texts(
            Connection connection, List<? extends T> rows, Function<T, String> text)
            throws SQLException {
        String[] values = rows.stream().map(text).toArray(String[]::new);
        return connection.createArrayOf("text", values);
    }

    private static Array bytes(Connection connection, List<SerializedObject<byte[]>> rows)
            throws SQLException {
        byte[][] values = rows.stream().map(SerializedObject::getData).toArray(byte[][]::new);
        return connection.createArrayOf("bytea", values);
    }
}
