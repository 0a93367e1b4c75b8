package dev.mastro.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Fields one after the other, each behind its length in four bytes. */
final class Fields {

    private Fields() {}

    static byte[] join(byte[]... fields) {
        int length = Arrays.stream(fields).mapToInt(field -> Integer.BYTES + field.length).sum();
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] field : fields) {
            joined.putInt(field.length).put(field);
        }
        return joined.array();
    }

    /** Takes the next field; one that is null has no bytes. */
    static byte[] bytes(ByteBuffer from) {
        byte[] field = new byte[Math.max(0, from.getInt())];
        from.get(field);
        return field;
    }

    static String text(ByteBuffer from) {
        return new String(bytes(from), StandardCharsets.UTF_8);
    }
}
