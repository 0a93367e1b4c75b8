package dev.mastro.query.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A printed document as a file. */
public final class DocumentFile {

    private final String name;
    private final byte[] bytes;
    private final String sha256;

    DocumentFile(String name, byte[] bytes, String sha256) {
        this.name = name;
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    /** The file of a document with this number. */
    static DocumentFile of(String number, byte[] bytes) {
        String name = number.replaceAll("[^A-Za-z0-9._-]", "_");
        return new DocumentFile(name + ".pdf", bytes, hash(bytes));
    }

    /** What the file is called. */
    public String name() {
        return name;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** 64 lower case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
