package dev.mastro.eventstore.note;

import dev.mastro.eventstore.seal.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** The name of a key and the first four bytes of its hash, which tell signatures apart. */
record KeyId(String name, String hash) {

    static final int LENGTH = 4;

    /** What stands before a key of Ed25519, and in its hash. */
    static final byte ED25519 = 1;

    static final int KEY_LENGTH = 32;

    /** Neither spaces nor the sign between the parts of a key. */
    private static final String NAME = "[^\\s\\p{Z}+]+";

    static KeyId of(String name, byte[] publicKey) {
        if (!name.matches(NAME)) {
            throw new InvalidNote("'%s' is no name of a key".formatted(name));
        }
        MessageDigest digest = Hash.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        digest.update(publicKey);
        byte[] hash = Arrays.copyOf(Hash.of(digest).bytes(), LENGTH);
        return new KeyId(name, HexFormat.of().formatHex(hash));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hash);
    }

    @Override
    public String toString() {
        return name + "+" + hash;
    }
}
