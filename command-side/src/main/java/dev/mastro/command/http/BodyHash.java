package dev.mastro.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked, as a hash: method, path and body, where neither white space nor the order of the
 * fields makes a difference.
 */
final class BodyHash {

    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private BodyHash() {}

    static String of(HttpServletRequest request) {
        MessageDigest digest = sha256();
        String head = request.getMethod() + " " + request.getRequestURI() + "\n";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        digest.update(canonical(BodyLimit.bodyOf(request)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] canonical(byte[] body) {
        try {
            return CANONICAL.writeValueAsBytes(CANONICAL.readTree(body));
        } catch (JacksonException e) {
            return body;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
