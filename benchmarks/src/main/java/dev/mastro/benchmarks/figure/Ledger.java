package dev.mastro.benchmarks.figure;

import dev.mastro.Mastro;
import dev.mastro.RunOptions;
import dev.mastro.benchmarks.http.LedgerClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A whole Mastro with its own PostgreSQL, spoken to over HTTP. */
final class Ledger implements AutoCloseable {

    private static final String OWNER = "owner:bench";
    private static final String FINANCE = "finance:bench";
    private static final Instant START = Instant.parse("2026-01-15T08:00:00Z");

    private static final Map<String, ?> SWITCHABLE =
            Map.of(
                    "seller", "goto",
                    "name", "Bench",
                    "email", "bench@example.com",
                    "country", "US",
                    "currency", "USD",
                    "timeZone", "UTC",
                    "paymentMethod", "tok_ok");

    private static final Map<String, ?> BUYER = buyer();

    private final Mastro mastro;
    private final LedgerClient http;

    Ledger(Path folder) {
        System.setProperty("logging.level.dev.mastro.command.billing", "warn");
        // Nobody reads mails about figures, and the baselines send none.
        System.setProperty("mastro.mail.delivery", "OFF");
        mastro =
                Mastro.start(
                        RunOptions.defaults().withPort(0).withData(folder).withClockStart(START));
        http = new LedgerClient(mastro.baseUrl());
    }

    /** A customer with one product. */
    record Customer(String account, String subscription) {}

    LedgerClient http() {
        return http;
    }

    <T> T bean(Class<T> type) {
        return mastro.context().getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    Mastro mastro() {
        return mastro;
    }

    /** A customer who orders. */
    String open() {
        return open(http, BUYER);
    }

    /** A customer whose credit can be set to be applied or not. */
    static String openSwitchable(LedgerClient http) {
        return open(http, SWITCHABLE);
    }

    private static String open(LedgerClient http, Map<String, ?> account) {
        return http.post("/accounts", key(), OWNER, account).path("accountId").asString();
    }

    private static Map<String, ?> buyer() {
        Map<String, Object> buyer = new HashMap<>(SWITCHABLE);
        buyer.put("seller", "zoom");
        buyer.put("acceptTerms", "2015-01");
        return Map.copyOf(buyer);
    }

    Customer subscribe(String account, int licences) {
        Map<String, ?> start =
                Map.of("type", "START", "product", "pro", "cycle", "MONTHLY", "licences", licences);
        JsonNode receipt = order(account, start);
        return new Customer(account, receipt.path("subscription").path("id").asString());
    }

    JsonNode quote(String account, Map<String, ?> change) {
        return http.post(
                "/accounts/" + account + "/quotes",
                key(),
                OWNER,
                Map.of("changes", List.of(change)));
    }

    JsonNode order(String account, Map<String, ?> change) {
        return http.post(
                "/accounts/" + account + "/orders",
                key(),
                OWNER,
                Map.of("changes", List.of(change)));
    }

    void giveCredit(String account, String amount) {
        http.tell(
                "/accounts/" + account + "/credits",
                key(),
                FINANCE,
                Map.of(
                        "amount",
                        Map.of("amount", amount, "currency", "USD"),
                        "reason",
                        "goodwill"));
    }

    /** The smallest command there is: records one fact. */
    void setAutoApply(String account, boolean enabled) {
        setAutoApply(http, account, enabled);
    }

    static void setAutoApply(LedgerClient http, String account, boolean enabled) {
        http.put("/accounts/" + account + "/auto-apply-credit", OWNER, Map.of("enabled", enabled));
    }

    void moveClock(Instant to) {
        http.put("/clock", "system:bench", Map.of("now", to.toString()));
    }

    long events() {
        return jdbc().sql("SELECT count(*) FROM ledger_event").query(Long.class).single();
    }

    private static String key() {
        return "bench-" + UUID.randomUUID();
    }

    @Override
    public void close() {
        http.close();
        mastro.close();
    }
}
