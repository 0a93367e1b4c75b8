package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends: a code, never a 500, and nothing written (reliability.md B1 to B8). */
class BadRequestsTest {

    private static final String API = "/api/v1";

    private static CommandSide side;
    private static Client http;
    private static Customer customer;

    @BeforeAll
    static void start() {
        side = CommandSide.startedAt("2025-04-28T10:00:00Z");
        http = side.client();
        customer = Customer.onInvoice(http);
        customer.start("pro", 10);
        customer.pay("159.90", "opening");
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    record Case(String request, String body, String expected) {

        static Case of(String line) {
            String[] parts = line.split("\\s*\\|\\s*", -1);
            return new Case(parts[0], parts[1], parts[2]);
        }

        @Override
        public String toString() {
            return request + " " + body;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (var file = BadRequestsTest.class.getResourceAsStream("/http/bad-requests.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Case::of);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_bad_request_gets_its_code_and_writes_nothing(Case bad) {
        long before = side.events();
        String[] line = filled(bad.request()).split(" ", -1);
        Reply reply = http.send(line[0], API + line[1], filled(bad.body()));
        String[] expected = bad.expected().trim().split(" ", -1);
        assertThat(reply.status()).as(reply.body()).isEqualTo(Integer.parseInt(expected[0]));
        assertThat(reply.header("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.at("/code")).as(reply.body()).isEqualTo(expected[1]);
        assertThat(reply.at("/status")).isEqualTo(expected[0]);
        assertThat(reply.at("/detail")).isNotBlank().doesNotContain("dev.mastro", "Exception");
        if (expected.length > 2) {
            assertThat(reply.at("/facts/field")).as(reply.body()).isEqualTo(expected[2]);
        }
        assertThat(side.events()).isEqualTo(before);
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        byte[] latin = "{\"token\": \"t\u00f6k\"}".getBytes(StandardCharsets.ISO_8859_1);
        Reply reply =
                http.send(
                        "PUT", customer.path("/payment-method"), BodyPublishers.ofByteArray(latin));
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void a_body_that_is_no_json_by_its_own_account_is_refused() {
        Reply reply =
                http.with("Content-Type", "text/plain")
                        .put(customer.path("/payment-method"), "{\"token\": \"tok_ok\"}");
        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.at("/code")).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_huge_body_is_refused() {
        String huge = "{\"token\": \"" + "x".repeat(300_000) + "\"}";
        Reply reply = http.put(customer.path("/payment-method"), huge);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.at("/code")).isEqualTo("CONTENT_TOO_LARGE");
    }

    @Test
    void a_body_nested_without_end_is_refused() {
        Reply reply = http.post("/api/v1/accounts", "[".repeat(100_000));
        assertThat(reply.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"boss:ada", "owner", "owner:", ":ada", "OWNER", "owner ada"})
    void an_actor_that_is_none_is_refused(String actor) {
        Reply reply = http.as(actor).put(customer.path("/payment-method"), "{\"token\": \"t\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/facts/field")).isEqualTo("X-Actor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "{256}"})
    void an_idempotency_key_that_is_none_is_refused(String key) {
        Reply reply =
                http.with("Idempotency-Key", filled(key))
                        .put(customer.path("/payment-method"), "{\"token\": \"t\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("IDEMPOTENCY_KEY_INVALID");
    }

    private static String filled(String text) {
        String filled = text;
        Map<String, String> values =
                Map.of(
                        "{account}", customer.id(),
                        "{subscription}", customer.subscription(),
                        "{invoice}", customer.invoice(),
                        "{wire}", "opening",
                        "{256}", "x".repeat(256),
                        "{1001}", "x".repeat(1001),
                        "{nulls}", token("[null]", customer.id()),
                        "{foreign}", token("[]", "00000000-0000-0000-0000-000000000000"));
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled.startsWith("{open:") ? opening(filled) : filled;
    }

    /** A request that is right but for the one field that takes the place of the right one. */
    private static String opening(String changed) {
        String field = changed.substring("{open:".length(), changed.length() - 1);
        String name = field.substring(0, field.indexOf(':') + 1);
        String others =
                NewAccount.BY_CARD
                        .lines()
                        .filter(line -> !line.contains(name))
                        .reduce("", String::concat);
        return "{" + others + field + "}";
    }

    private static String token(String changes, String account) {
        String json =
                """
                {"accountId": "%s", "changes": %s, "quotedOn": "2025-04-28",
                 "pricedBy": {"policyVersion": "policy-1", "catalogVersion": "catalog-1"},
                 "bookVersion": 1}
                """
                        .formatted(account, changes);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
