package dev.mastro.command;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests as another program would and hands back what came. */
public final class Client {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, String> headers;

    Client(String base) {
        this(base, Map.of("Content-Type", "application/json"));
    }

    private Client(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** What came: status, headers and body. */
    public record Reply(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** The text at a JSON pointer; empty where there is nothing. */
        public String at(String pointer) {
            JsonNode node = JSON.readTree(body()).at(pointer);
            return node.isMissingNode() || node.isNull() ? "" : node.asString();
        }

        public JsonNode json() {
            return JSON.readTree(body());
        }
    }

    public Client as(String actor) {
        return with("X-Actor", actor);
    }

    public Client with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Client(base, more);
    }

    @CanIgnoreReturnValue
    public Reply post(String path, String body) {
        return send("POST", path, body);
    }

    @CanIgnoreReturnValue
    public Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    @CanIgnoreReturnValue
    public Reply delete(String path) {
        return send("DELETE", path, "");
    }

    @CanIgnoreReturnValue
    public Reply get(String path) {
        return send("GET", path, "");
    }

    @CanIgnoreReturnValue
    public Reply send(String method, String path, String body) {
        return send(method, path, BodyPublishers.ofString(body));
    }

    @CanIgnoreReturnValue
    public Reply send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        headers.forEach(request::header);
        try {
            return new Reply(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
