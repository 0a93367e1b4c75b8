package dev.mastro.command.http.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every write of the contract, whatever is added to it, gets every kind of nonsense: none answers
 * 5xx, and what is refused has a code and writes nothing.
 */
class BadInputSweepTest {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private static final List<String> BODIES =
            List.of(
                    "",
                    " ",
                    "null",
                    "[]",
                    "\"x\"",
                    "12",
                    "true",
                    "{",
                    "{\"",
                    "}{",
                    "{\"a\": 1, \"a\": 2}",
                    "{\"noSuchField\": 1}",
                    "{} {}",
                    "\u0000",
                    "<xml/>",
                    "a=b&c=d",
                    "{\"a\":".repeat(5_000),
                    "{\"reason\": \"" + "x".repeat(300_000) + "\"}");

    private static final List<String> IDS =
            List.of(
                    NOBODY,
                    "x",
                    "0",
                    "-1",
                    "%00",
                    "%0A",
                    "%20",
                    "..%2F..",
                    "%F0%9F%98%80",
                    "%C3%28",
                    "a'b",
                    "x".repeat(3_000));

    private static final Map<String, List<String>> HEADERS =
            Map.of(
                    "Idempotency-Key", List.of("", " ", "a b", "x".repeat(256), "\u00e9"),
                    "Prefer", List.of("", "wait", "wait=", "wait=-1", "wait=x", "wait=1e9", ",;="),
                    "X-Actor", List.of("", "boss:ada", "owner", ":", "owner:", "x".repeat(300)),
                    "X-On-Behalf-Of", List.of("", " ", "x".repeat(256)),
                    "X-Request-Id", List.of("", "x".repeat(256)),
                    "Content-Type", List.of("text/plain", "application/xml", "nonsense", "a/b/c"),
                    "Accept", List.of("application/xml", "nonsense"));

    private static CommandSide side;
    private static Client http;
    private static List<Write> writes;
    private static long events;
    private static int refused;
    private static final Map<String, String> SUBJECTS = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        side = CommandSide.startedAt("2025-04-28T10:00:00Z");
        http = side.client();
        writes = Write.all(http.get("/api/v1/openapi.json").json());
        Reply opened =
                http.post(
                        "/api/v1/accounts",
                        """
                        {"seller": "zoom", "name": "Ada", "email": "ada@example.com",
                         "country": "US", "currency": "USD", "paymentTerms": "ON_INVOICE",
                         "acceptTerms": "2015-01"}
                        """);
        String account = opened.at("/accountId");
        Reply order =
                http.post(
                        "/api/v1/accounts/" + account + "/orders",
                        """
                        {"changes": [{"type": "START", "product": "pro", "cycle": "MONTHLY",
                                      "licences": 10}]}
                        """);
        http.post(
                "/api/v1/accounts/" + account + "/payments",
                """
                {"amount": {"amount": "10.00", "currency": "USD"}, "reference": "wire-1"}
                """);
        SUBJECTS.put("/accounts/{id}", "/accounts/" + account);
        SUBJECTS.put("/subscriptions/{id}", "/subscriptions/" + order.at("/subscription/id"));
        SUBJECTS.put("/invoices/{id}", "/invoices/" + order.at("/invoice/id"));
        SUBJECTS.put("/payments/{reference}", "/payments/wire-1");
        events = side.events();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    static Stream<Write> writes() {
        return writes.stream();
    }

    @Test
    void the_contract_has_writes_and_their_fields() {
        assertThat(writes).hasSizeGreaterThan(20);
        Set<String> fields =
                Set.copyOf(writes.stream().flatMap(w -> w.fields().keySet().stream()).toList());
        assertThat(fields).contains("seller", "email", "amount", "changes", "reason", "expiresOn");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void nonsense_in_one_field_is_refused_or_harmless(Write write) {
        List<String> faults = new ArrayList<>();
        int refusedBefore = refused;
        Client support = http.as("support:eve");
        write.wrongBodies()
                .forEach(body -> check(faults, support, write.method(), addressOf(write), body));
        assertThat(faults).isEmpty();
        assertThat(refused > refusedBefore).isEqualTo(!write.fields().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_body_that_is_none_is_refused_or_harmless(Write write) {
        List<String> faults = new ArrayList<>();
        BODIES.forEach(body -> check(faults, http, write.method(), addressOf(write), body));
        byte[] latin = "{\"reason\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        Reply reply =
                http.send(write.method(), addressOf(write), BodyPublishers.ofByteArray(latin));
        judge(faults, write + " in Latin 1", reply);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void an_address_that_names_nothing_is_refused(Write write) {
        List<String> faults = new ArrayList<>();
        for (String id : IDS) {
            String address = write.path().replaceAll("\\{[a-z]+}", Matcher.quoteReplacement(id));
            if (!address.equals(write.path())) {
                check(faults, http, write.method(), address, usual(write));
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void headers_that_mean_nothing_are_refused_or_ignored(Write write) {
        List<String> faults = new ArrayList<>();
        HEADERS.forEach((name, values) ->
                values.forEach(value ->
                        check(
                                faults,
                                http.with(name, value),
                                write.method(),
                                addressOf(write),
                                "{\"noSuchField\": 1}")));
        assertThat(faults).isEmpty();
    }

    private static void check(
            List<String> faults, Client sender, String method, String address, String body) {
        Reply reply = sender.send(method, address, body);
        String said = method + " " + address + " " + body;
        judge(faults, said.length() > 300 ? said.substring(0, 300) : said, reply);
    }

    private static void judge(List<String> faults, String said, Reply reply) {
        boolean succeeded = reply.status() >= 200 && reply.status() < 300;
        long before = events;
        events = side.events();
        refused += succeeded ? 0 : 1;
        if (reply.status() >= 500) {
            faults.add(said + " answers " + reply.status() + " " + reply.body());
        } else if (!succeeded && events != before) {
            faults.add(said + " answers " + reply.status() + " and writes");
        } else if (!succeeded && !isProblem(reply)) {
            faults.add(said + " answers " + reply.status() + " without a problem");
        }
    }

    private static boolean isProblem(Reply reply) {
        return reply.header("Content-Type").orElse("").startsWith("application/problem+json")
                && !reply.at("/code").isEmpty();
    }

    private static String addressOf(Write write) {
        String address = write.path();
        for (Map.Entry<String, String> subject : SUBJECTS.entrySet()) {
            address = address.replace(subject.getKey(), subject.getValue());
        }
        return address.replace("{user}", "grace").replaceAll("\\{[a-z]+}", NOBODY);
    }

    private static String usual(Write write) {
        return write.body() == null ? "" : write.body().toString();
    }
}
