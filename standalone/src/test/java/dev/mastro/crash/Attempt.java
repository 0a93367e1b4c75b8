package dev.mastro.crash;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;

/**
 * One command sent under a key, and what came of it: an answer, or nothing that could be trusted
 * (reliability.md 6.1: OK, REFUSED, UNKNOWN).
 */
record Attempt(String path, String key, String body, int status, @Nullable String answer) {

    static Attempt of(String path, String key, String body) {
        return new Attempt(path, key, body, 0, null);
    }

    Attempt answered(int code, String text) {
        return new Attempt(path, key, body, code, text);
    }

    boolean isAcknowledged() {
        return status >= 200 && status < 300;
    }

    boolean isRefused() {
        return status >= 400 && status < 500;
    }

    boolean isUnknown() {
        return !isAcknowledged() && !isRefused();
    }

    HttpRequest request(URI baseUrl) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("X-Actor", "support:crash-test")
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
