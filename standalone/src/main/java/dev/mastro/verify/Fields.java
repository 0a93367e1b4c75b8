package dev.mastro.verify;

import dev.mastro.eventstore.seal.StoredFields;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Fields one after the other, each behind its length in four bytes. */
final class Fields {

    private Fields() {}

    /** Takes the next field; one that is null has no bytes. */
    static byte[] bytes(ByteBuffer from) {
        byte[] field = new byte[Math.max(0, from.getInt())];
        from.get(field);
        return field;
    }

    /** Takes all fields of an event, in the order in which its leaf is computed. */
    static StoredFields event(ByteBuffer from) {
        return new StoredFields(
                text(from),
                text(from),
                text(from),
                ByteBuffer.wrap(bytes(from)).getLong(),
                text(from),
                text(from),
                text(from),
                bytes(from),
                bytes(from));
    }

    private static String text(ByteBuffer from) {
        return new String(bytes(from), StandardCharsets.UTF_8);
    }
}
