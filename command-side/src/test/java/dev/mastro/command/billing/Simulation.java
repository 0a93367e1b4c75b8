package dev.mastro.command.billing;

import dev.mastro.command.CommandSideApplication;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command side with a simulated clock, spoken to over HTTP. */
final class Simulation implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private Simulation(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Simulation startedAt(String instant) {
        return on(
                EmbeddedPostgres.shared().freshDatabase(),
                Map.of("mastro.clock", "simulated", "mastro.clock.start", instant));
    }

    /** One of several processes on this database, with parts of its own. */
    static Simulation on(Database database, Map<String, Object> properties, Class<?>... more) {
        String[] settings =
                Stream.of(
                                Map.<String, Object>of(
                                        "server.port", "0",
                                        "server.address", "127.0.0.1",
                                        "mastro.event-store.require-durable", "false",
                                        "spring.main.log-startup-info", "false",
                                        "logging.level.root", "WARN"),
                                database.springProperties(),
                                properties)
                        .flatMap(map -> map.entrySet().stream())
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new);
        return new Simulation(CommandSideApplication.builder().sources(more).run(settings));
    }

    /** What came back. */
    record Reply(int status, JsonNode body) {

        String at(String pointer) {
            JsonNode node = body.at(pointer);
            return node.isMissingNode() || node.isNull() ? "" : node.asString();
        }
    }

    /** Opens an account that has accepted the terms; answers its id. */
    String open(String seller, String zone, String token) {
        Reply reply =
                post(
                        "/accounts",
                        """
                        {"seller": "%s", "name": "Ada", "email": "ada@example.org",
                         "country": "US", "currency": "USD", "timeZone": "%s",
                         "paymentMethod": "%s", "acceptTerms": "2015-01"}
                        """
                                .formatted(seller, zone, token));
        return expect(201, reply).at("/accountId");
    }

    Reply order(String account, String changes) {
        return post("/accounts/" + account + "/orders", "{\"changes\": [%s]}".formatted(changes));
    }

    /** Starts a subscription; answers its id. */
    String start(String account, String product, String cycle, int licences) {
        String change =
                """
                {"type": "START", "product": "%s", "cycle": "%s", "licences": %d}
                """
                        .formatted(product, cycle, licences);
        Reply reply = order(account, change);
        return expect(201, reply).at("/subscription/id");
    }

    /** As {@link #start}, where nobody asks for the id. */
    void buy(String account, String product, String cycle, int licences) {
        if (start(account, product, cycle, licences).isEmpty()) {
            throw new AssertionError("no subscription");
        }
    }

    void pay(String account, String token) {
        require(
                200,
                send(
                        "PUT",
                        "/accounts/" + account + "/payment-method",
                        "{\"token\": \"%s\"}".formatted(token)));
    }

    void moveTo(String instant) {
        require(200, put(instant));
    }

    Reply put(String instant) {
        return send("PUT", "/clock", "{\"now\": \"%s\"}".formatted(instant));
    }

    Reply post(String path, String body) {
        return send("POST", path, body);
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply delete(String path) {
        return send("DELETE", path, "");
    }

    /** The payloads of all events of a type, oldest first. */
    List<JsonNode> events(String type) {
        return jdbc().sql(
                        """
                        SELECT convert_from(payload, 'UTF8') FROM ledger_event
                         WHERE payload_type = ? ORDER BY global_index
                        """)
                .param(type)
                .query((row, number) -> JSON.readTree(row.getString(1)))
                .list();
    }

    /** One value of all events of a type, oldest first. */
    List<String> events(String type, String pointer) {
        return events(type).stream().map(event -> event.at(pointer).asString()).toList();
    }

    /** How many charges the gateway has in each state. */
    Map<String, Long> charges() {
        return jdbc()
                .sql("SELECT status, count(*) AS n FROM gateway_charge GROUP BY status")
                .query((row, number) -> Map.entry(row.getString("status"), row.getLong("n")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    static Reply expect(int status, Reply reply) {
        if (reply.status() != status) {
            throw new AssertionError("expected " + status + " but came " + reply);
        }
        return reply;
    }

    static void require(int status, Reply reply) {
        if (expect(status, reply).status() != status) {
            throw new AssertionError(reply);
        }
    }

    private Reply send(String method, String path, String body) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
