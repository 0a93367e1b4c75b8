package dev.mastro.eventstore.verify;

import dev.mastro.eventstore.seal.Hash;
import dev.mastro.eventstore.seal.StoredFields;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * An event in the binary form of COPY. From its id on, its fields lie there exactly as its leaf is
 * computed, but for the id itself, which PostgreSQL sends as a number; its text finds room where
 * the fields before it were. So a row is hashed where it lies.
 */
final class EventRow {

    /** The fields in the order in which they are read. */
    static final String COLUMNS =
            """
            global_index, recorded_at, event_id, aggregate_type, aggregate_id, sequence_number,
            recorded_at_text, payload_type, revision, payload, metadata
            """;

    private static final HexFormat HEX = HexFormat.of();
    private static final int COUNT = 11;
    private static final int LONG_FIELD = Integer.BYTES + Long.BYTES;
    private static final int ID_LENGTH = 16;
    private static final int ID_TEXT_LENGTH = 36;
    private static final int BETWEEN_ID_AND_TIME = 3;

    private final MessageDigest digest = Hash.digest();
    private byte[] bytes = {};
    private ByteBuffer numbers = ByteBuffer.wrap(bytes);
    private int start;

    /** Goes to the row that begins here. Answers whether there is one. */
    boolean at(byte[] message, int offset) {
        bytes = message;
        numbers = ByteBuffer.wrap(message);
        start = offset + Short.BYTES;
        return message.length > start && numbers.getShort(offset) == COUNT;
    }

    long index() {
        return numbers.getLong(start + Integer.BYTES);
    }

    /**
     * Writes the leaf to this place. Answers false, and may write nothing, when the row contradicts
     * itself. The row is used up then.
     */
    boolean leaf(byte[] leaves, int place) {
        int recorded = start + LONG_FIELD;
        int id = recorded + LONG_FIELD;
        if (numbers.getInt(recorded) != Long.BYTES || numbers.getInt(id) != ID_LENGTH) {
            return false;
        }
        int time = id + Integer.BYTES + ID_LENGTH;
        for (int i = 0; i < BETWEEN_ID_AND_TIME; i++) {
            time += Integer.BYTES + Math.max(0, numbers.getInt(time));
        }
        boolean agrees =
                RecordedInstant.agrees(
                        bytes,
                        time + Integer.BYTES,
                        numbers.getInt(time),
                        numbers.getLong(recorded + Integer.BYTES));
        if (agrees) {
            hash(id + Integer.BYTES, leaves, place);
        }
        return agrees;
    }

    private void hash(int id, byte[] leaves, int place) {
        int text = id + ID_LENGTH - ID_TEXT_LENGTH;
        int begin = text - Integer.BYTES - 1;
        spell(id, text);
        bytes[begin] = StoredFields.LEAF;
        numbers.putInt(begin + 1, ID_TEXT_LENGTH);
        digest.update(bytes, begin, bytes.length - begin);
        try {
            digest.digest(leaves, place, Hash.LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("there is room for a hash", e);
        }
    }

    /** The last digits of the text come to lie on the last bytes of the number, never before. */
    private void spell(int id, int text) {
        int to = text;
        for (int i = 0; i < ID_LENGTH; i++) {
            byte value = bytes[id + i];
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                bytes[to++] = '-';
            }
            bytes[to++] = (byte) HEX.toHighHexDigit(value);
            bytes[to++] = (byte) HEX.toLowHexDigit(value);
        }
    }
}
