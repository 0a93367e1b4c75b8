package dev.mastro.eventstore.note;

import java.util.Base64;

/** Base 64, in the one spelling that it has for each sequence of bytes. */
final class Encoding {

    private Encoding() {}

    static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] bytes(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (text(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw notBase64(text);
        }
        throw notBase64(text);
    }

    private static InvalidNote notBase64(String text) {
        return new InvalidNote("'%s' is not base 64".formatted(text));
    }
}
