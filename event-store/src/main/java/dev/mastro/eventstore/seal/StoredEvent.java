package dev.mastro.eventstore.seal;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An event as it lies in the log, byte by byte.
 *
 * @param index the number it took before it was committed
 * @param fields what it consists of
 */
public record StoredEvent(long index, StoredFields fields) {

    /** The columns of {@code ledger_event} that {@link #read} asks for. */
    public static final String COLUMNS =
            """
            global_index, event_id, aggregate_type, aggregate_id, sequence_number,
            recorded_at_text, payload_type, revision, payload, metadata
            """;

    /** The event in the current row. */
    public static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(row.getLong("global_index"), StoredFields.read(row));
    }

    /** The hash of its stored bytes. */
    public Hash leaf() {
        return fields.leaf();
    }
}
