package dev.mastro.eventstore.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The public key that shows who signed a note, written {@code name+hash+key}. */
public final class VerifierKey {

    /** What X.509 puts before the 32 bytes of a key of Ed25519. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int PARTS = 3;

    private final KeyId id;
    private final byte[] bytes;
    private final PublicKey key;

    private VerifierKey(KeyId id, byte[] bytes, PublicKey key) {
        this.id = id;
        this.bytes = bytes;
        this.key = key;
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws InvalidNote when it is no such key
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", PARTS);
        if (parts.length != PARTS) {
            throw new InvalidNote("'%s' is no key of the form name+hash+key".formatted(text));
        }
        byte[] key = Encoding.bytes(parts[2]);
        if (key.length != KeyId.KEY_LENGTH + 1 || key[0] != KeyId.ED25519) {
            throw new InvalidNote("the key of %s is not of Ed25519".formatted(parts[0]));
        }
        VerifierKey parsed = of(parts[0], Arrays.copyOfRange(key, 1, key.length));
        if (!parsed.id.hash().equals(parts[1])) {
            throw new InvalidNote(
                    "the key of %s has the hash %s, not %s"
                            .formatted(parts[0], parsed.id.hash(), parts[1]));
        }
        return parsed;
    }

    static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return of(name, Arrays.copyOfRange(encoded, X509.length, encoded.length));
    }

    private static VerifierKey of(String name, byte[] bytes) {
        byte[] encoded = Arrays.copyOf(X509, X509.length + bytes.length);
        System.arraycopy(bytes, 0, encoded, X509.length, bytes.length);
        try {
            PublicKey key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded));
            return new VerifierKey(KeyId.of(name, bytes), bytes, key);
        } catch (GeneralSecurityException e) {
            throw new InvalidNote("the key of %s cannot be used: %s".formatted(name, e));
        }
    }

    /** Who signs with it; of a log, its origin. */
    public String name() {
        return id.name();
    }

    KeyId id() {
        return id;
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update(text);
            return verification.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        byte[] typed = new byte[bytes.length + 1];
        typed[0] = KeyId.ED25519;
        System.arraycopy(bytes, 0, typed, 1, bytes.length);
        return id + "+" + Encoding.text(typed);
    }
}
