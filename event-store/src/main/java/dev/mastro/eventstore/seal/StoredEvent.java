package dev.mastro.eventstore.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** An event as it lies in the log, byte by byte. */
public final class StoredEvent {

    /** The columns of {@code ledger_event} that {@link #read} asks for. */
    public static final String COLUMNS =
            """
            global_index, event_id, aggregate_type, aggregate_id, sequence_number,
            recorded_at_text, payload_type, revision, payload, metadata
            """;

    private static final byte LEAF = 0;

    private final long index;
    private final List<byte[]> fields;

    private StoredEvent(long index, List<byte[]> fields) {
        this.index = index;
        this.fields = fields;
    }

    /** The event in the current row. */
    public static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("global_index"),
                List.of(
                        text(row.getString("event_id")),
                        text(row.getString("aggregate_type")),
                        text(row.getString("aggregate_id")),
                        number(row.getLong("sequence_number")),
                        text(row.getString("recorded_at_text")),
                        text(row.getString("payload_type")),
                        text(row.getString("revision")),
                        row.getBytes("payload"),
                        row.getBytes("metadata")));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    /** The number it took before it was committed. */
    public long index() {
        return index;
    }

    /**
     * The hash of its stored bytes: a zero byte, then each field behind its length in four bytes.
     * What is read out of these bytes may change with the code; the bytes may not.
     */
    public Hash leaf() {
        MessageDigest digest = Hash.digest();
        digest.update(LEAF);
        for (byte[] field : fields) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).flip());
            digest.update(field);
        }
        return Hash.of(digest);
    }
}
