package dev.mastro.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/**
 * Ids that follow from what caused them, so that a repeated step finds its own result instead of
 * making a second one (design.md 3). Name-based UUIDs of version 5 (RFC 9562, 5.5).
 */
public final class DerivedIds {

    private static final int UUID_BYTES = 16;

    private DerivedIds() {}

    /**
     * The id that {@code name} has below {@code parent}; the same pair gives the same id for ever.
     */
    public static UUID of(UUID parent, String name) {
        byte[] hash = sha1(parent, name);
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(hash, UUID_BYTES));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static byte[] sha1(UUID parent, String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            ByteBuffer space = ByteBuffer.allocate(UUID_BYTES);
            space.putLong(parent.getMostSignificantBits())
                    .putLong(parent.getLeastSignificantBits());
            digest.update(space.array());
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
