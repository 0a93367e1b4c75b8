package dev.mastro.eventstore.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What is stored of an event and what its leaf is computed from, in this order.
 *
 * @param eventId in lower case
 * @param recordedAt the text of the instant, as it was written
 * @param payload the bytes as they lie in the log
 * @param metadata the bytes as they lie in the log
 */
@SuppressWarnings("ArrayRecordComponent") // Two of them are never compared.
public record StoredFields(
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequenceNumber,
        String recordedAt,
        String payloadType,
        String revision,
        byte[] payload,
        byte[] metadata) {

    /** Comes before the fields in what a leaf is the hash of. */
    public static final byte LEAF = 0;

    /** Those of the event in the current row, which has {@link StoredEvent#COLUMNS}. */
    public static StoredFields read(ResultSet row) throws SQLException {
        return new StoredFields(
                row.getString("event_id"),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence_number"),
                row.getString("recorded_at_text"),
                row.getString("payload_type"),
                row.getString("revision"),
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }

    /**
     * The hash of its stored bytes: a zero byte, then each field behind its length in four bytes.
     * What is read out of these bytes may change with the code; the bytes may not.
     */
    public Hash leaf() {
        MessageDigest digest = Hash.digest();
        digest.update(LEAF);
        for (byte[] field : bytes()) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).flip());
            digest.update(field);
        }
        return Hash.of(digest);
    }

    private List<byte[]> bytes() {
        return List.of(
                text(eventId),
                text(aggregateType),
                text(aggregateId),
                ByteBuffer.allocate(Long.BYTES).putLong(sequenceNumber).array(),
                text(recordedAt),
                text(payloadType),
                text(revision),
                payload,
                metadata);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
