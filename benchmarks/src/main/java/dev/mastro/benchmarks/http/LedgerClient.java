package dev.mastro.benchmarks.http;

import dev.mastro.shared.codec.LedgerJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the public HTTP contract, as any other program would. */
public final class LedgerClient implements AutoCloseable {

    private static final JsonMapper JSON = LedgerJson.mapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String baseUrl;

    /** A client of the contract served at {@code baseUrl}. */
    public LedgerClient(URI baseUrl) {
        this.baseUrl = baseUrl.toString();
    }

    /** What is at {@code path}. */
    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** Puts {@code body} at {@code path}. */
    public void put(String path, String actor, Map<String, ?> body) {
        var _ =
                send(
                        request(path)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("X-Actor", actor)
                                .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    /** A write under a key: sent twice, it takes effect once. */
    public JsonNode post(String path, String key, String actor, Map<String, ?> body) {
        return send(
                request(path)
                        .header("Idempotency-Key", key)
                        .header("X-Actor", actor)
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    /** As {@link #post}, where only success matters. */
    public void tell(String path, String key, String actor, Map<String, ?> body) {
        var _ = post(path, key, actor, body);
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "%s %s: %d %s"
                                .formatted(
                                        request.method(),
                                        request.uri(),
                                        answer.statusCode(),
                                        body));
            }
            return body;
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
