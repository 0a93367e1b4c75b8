package dev.mastro.processes;

import dev.mastro.postgres.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of several processes of a side; here all are in one Java process, but share no object. */
final class Node implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** An answer over HTTP. */
    record Answer(int status, JsonNode body) {}

    static Node start(SpringApplicationBuilder side, Database database) {
        Map<String, Object> settings = new HashMap<>(database.springProperties());
        settings.put("server.port", 0);
        settings.put("server.address", "127.0.0.1");
        settings.put("mastro.clock", "simulated");
        settings.put("mastro.clock.start", "2025-01-31T09:00:00Z");
        settings.put("mastro.event-store.require-durable", false);
        settings.put("spring.main.log-startup-info", false);
        settings.put("logging.level.root", "WARN");
        String[] arguments =
                settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new);
        return new Node(side.run(arguments));
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(json)));
    }

    Answer put(String path) throws IOException, InterruptedException {
        return send(request(path).PUT(BodyPublishers.noBody()));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=20");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    @Override
    public void close() {
        context.close();
    }
}
