package dev.mastro.eventstore.note;

import dev.mastro.eventstore.seal.Hash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The secret half of a key. Its text has two lines: the secret, and the public key. */
public final class SigningKey {

    private static final String PREFIX = "PRIVATE+KEY+";

    /** What PKCS 8 puts before the 32 bytes of a secret of Ed25519. */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final byte[] PROBE = "probe".getBytes(StandardCharsets.UTF_8);
    private static final int HEX_OF_NAME = 8;

    private final byte[] secret;
    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(byte[] secret, VerifierKey verifier) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + secret.length);
        System.arraycopy(secret, 0, encoded, PKCS8.length, secret.length);
        this.secret = secret;
        this.verifier = verifier;
        this.key =
                KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    /** A new key; what it is called follows from it when {@code name} is empty. */
    public static SigningKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPrivate().getEncoded();
            byte[] secret = Arrays.copyOfRange(encoded, PKCS8.length, encoded.length);
            String called = name.isEmpty() ? nameOf(pair) : name;
            return new SigningKey(secret, VerifierKey.of(called, pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private static String nameOf(KeyPair pair) {
        MessageDigest digest = Hash.digest();
        digest.update(pair.getPublic().getEncoded());
        return "mastro/" + Hash.of(digest).toString().substring(0, HEX_OF_NAME);
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws InvalidNote when it is no key, or its halves do not belong together; the message
     *     tells nothing of the secret
     */
    public static SigningKey parse(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() != 2 || !lines.getFirst().startsWith(PREFIX)) {
            throw new InvalidNote("it has not the two lines of a signing key");
        }
        VerifierKey verifier = VerifierKey.parse(lines.getLast().strip());
        String start = PREFIX + verifier.id() + "+";
        if (!lines.getFirst().startsWith(start)) {
            throw new InvalidNote("its two lines are not of the same key");
        }
        return of(secretIn(lines.getFirst().substring(start.length()).strip()), verifier);
    }

    private static byte[] secretIn(String encoded) {
        byte[] typed = secretBytes(encoded);
        if (typed.length != KeyId.KEY_LENGTH + 1 || typed[0] != KeyId.ED25519) {
            throw new InvalidNote("its secret is not of Ed25519");
        }
        return Arrays.copyOfRange(typed, 1, typed.length);
    }

    private static byte[] secretBytes(String encoded) {
        try {
            return Encoding.bytes(encoded);
        } catch (InvalidNote e) {
            throw new InvalidNote("its secret is not base 64");
        }
    }

    private static SigningKey of(byte[] secret, VerifierKey verifier) {
        try {
            SigningKey signing = new SigningKey(secret, verifier);
            if (verifier.verifies(PROBE, signing.sign(PROBE))) {
                return signing;
            }
        } catch (GeneralSecurityException e) {
            throw new InvalidNote("its secret cannot be used");
        }
        throw new InvalidNote("its secret is not that of its public key");
    }

    /** The half that everybody may know. */
    public VerifierKey verifier() {
        return verifier;
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was fine when it was read", e);
        }
    }

    /** What a file of the key says; whoever reads it can sign. */
    public String text() {
        byte[] typed = new byte[secret.length + 1];
        typed[0] = KeyId.ED25519;
        System.arraycopy(secret, 0, typed, 1, secret.length);
        return PREFIX + verifier.id() + "+" + Encoding.text(typed) + "\n" + verifier + "\n";
    }

    @Override
    public String toString() {
        return "the signing key of " + verifier;
    }
}
