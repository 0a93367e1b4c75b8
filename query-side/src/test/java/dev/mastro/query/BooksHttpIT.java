package dev.mastro.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.query.QuerySide.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** Books, audit and timeline over HTTP, as other programs see them. */
class BooksHttpIT {

    /** As many as the pool has when nothing else is said. */
    private static final int CONNECTIONS = 10;

    private static final QuerySide QUERY_SIDE = QuerySide.start();
    private static final Story STORY = new Story(1);
    private static final String ACCOUNT = STORY.account().toString();

    @BeforeAll
    static void a_month_is_sold_and_paid() {
        LocalDate day = LocalDate.parse("2025-04-28");
        Instant at = Instant.parse("2025-04-28T10:00:00Z");
        QUERY_SIDE.recordAt(at, STORY.opened(day));
        QUERY_SIDE.recordAt(at, STORY.ordered(day, LocalDate.parse("2025-05-28")));
        QUERY_SIDE.recordAt(at, STORY.paid(1, day));
        QUERY_SIDE.caughtUp();
    }

    @AfterAll
    static void stop() {
        QUERY_SIDE.close();
    }

    @Test
    void the_trial_balance_names_its_accounts_and_balances() {
        Answer answer = QUERY_SIDE.get("/books/trial-balance?asOf=2026-01-01&currency=USD");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/balanced").asBoolean()).isTrue();
        assertThat(answer.body().at("/asOf").asString()).isEqualTo("2026-01-01");
        assertThat(answer.body().at("/books/0/currency").asString()).isEqualTo("USD");
        assertThat(answer.body().at("/books/0/difference").asString()).isEqualTo("0.00");
        assertThat(answer.body().at("/books/0/debit/currency").asString()).isEqualTo("USD");
        assertThat(answer.body().at("/books/0/debit/amount").isString()).isTrue();
        assertThat(answer.body().at("/books/0/accounts").toString()).contains("\"6900\"");
    }

    @Test
    void a_currency_without_postings_has_no_books() {
        Answer answer = QUERY_SIDE.get("/books/trial-balance?currency=KWD");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/books").isEmpty()).isTrue();
    }

    @Test
    void the_journal_has_pages_and_an_account_its_own() {
        Answer first = QUERY_SIDE.get("/books/journal?limit=1");
        String next = first.body().at("/next").asString();

        assertThat(first.body().at("/items/0/postings/0/code").asString()).isEqualTo("1100");
        assertThat(QUERY_SIDE.get("/books/journal?limit=1&after=" + next).body().at("/items/0"))
                .isNotEqualTo(first.body().at("/items/0"));
        assertThat(QUERY_SIDE.get("/accounts/" + ACCOUNT + "/journal").body().at("/items"))
                .isEqualTo(QUERY_SIDE.get("/books/journal").body().at("/items"));
    }

    @Test
    void exports_are_text_in_utf_8() throws Exception {
        HttpResponse<String> csv = text("/books/journal?format=csv");
        HttpResponse<String> hledger = text("/books/journal?format=hledger");

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.body()).startsWith("date,event,derived,").contains("InvoiceIssued");
        assertThat(hledger.headers().firstValue("Content-Type"))
                .contains("text/plain;charset=UTF-8");
        assertThat(hledger.body()).startsWith("commodity 1000.00 USD\n");
    }

    @Test
    void the_timeline_tells_the_facts_of_the_account() {
        Answer answer = QUERY_SIDE.get("/accounts/" + ACCOUNT + "/timeline?limit=1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/items/0/type").asString()).isEqualTo("AccountOpened");
        assertThat(answer.body().at("/items/0/subject").asString()).isEqualTo(ACCOUNT);
        assertThat(answer.body().at("/items/0/sequence").asLong()).isZero();
        assertThat(answer.body().at("/items/0/at").asString()).isEqualTo("2025-04-28T10:00:00Z");
        assertThat(answer.body().at("/items/0/text").asString()).startsWith("Account ");
        assertThat(answer.body().at("/items/0").has("actor")).isTrue();
        assertThat(answer.body().at("/next").isString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts/{account}",
                "/accounts/{account}/state",
                "/accounts/{account}/timeline",
                "/accounts/{account}/journal",
                "/accounts?query={account}",
                "/books/trial-balance",
                "/books/journal?format=csv",
                "/books/journal?format=hledger",
                "/audit/checks",
                "/audit/seal",
                "/projections"
            })
    void a_read_gives_its_connection_back(String path) throws Exception {
        for (int read = 0; read <= CONNECTIONS; read++) {
            assertThat(text(path.replace("{account}", ACCOUNT)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_audit_finds_nothing_wrong_and_what_was_tampered_with() {
        await().until(() -> QUERY_SIDE.get("/audit/checks").body().at("/complete").asBoolean());
        assertThat(QUERY_SIDE.get("/audit/checks").body().at("/clean").asBoolean()).isTrue();

        String move = "UPDATE journal_posting SET amount_minor = amount_minor + %s WHERE %s";
        String debt = "ledger_code = '1100' AND amount_minor > 0";
        QUERY_SIDE.jdbc().sql(move.formatted(1, debt)).update();
        Answer tampered = QUERY_SIDE.get("/audit/checks");
        QUERY_SIDE.jdbc().sql(move.formatted(-1, debt)).update();

        assertThat(tampered.body().at("/clean").asBoolean()).isFalse();
        assertThat(tampered.body().at("/checks/0/violations/0").asString())
                .contains("debits less credits are 1 USD");
        assertThat(tampered.body().at("/checks/3/violations").size()).isEqualTo(1);
        assertThat(QUERY_SIDE.get("/audit/checks").body().at("/clean").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "A-0001-0002, invoices of account A-0001: 1 documents, 1 different numbers from 2 to 2",
        "INV-A-0001-0000, invoices of account A-0001: 1 documents, 1 different numbers from 0 to 0",
        "INV-ZOOM-2025-000003, invoices INV-ZOOM-2025: 1 documents, 1 different numbers from 3 to 3"
    })
    void the_audit_finds_a_gap_in_a_series_of_numbers(String planted, String violation) {
        await().until(() -> QUERY_SIDE.get("/audit/checks").body().at("/complete").asBoolean());
        String number = "UPDATE invoices SET number = ?";
        QUERY_SIDE.jdbc().sql(number).param(planted).update();
        Answer gap = QUERY_SIDE.get("/audit/checks");
        QUERY_SIDE.jdbc().sql(number).param(STORY.invoiceNumber(1)).update();

        assertThat(gap.body().at("/clean").asBoolean()).isFalse();
        assertThat(gap.body().at("/checks").toString()).contains(violation);
        assertThat(QUERY_SIDE.get("/audit/checks").body().at("/clean").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/books/trial-balance?asOf=tomorrow",
                "/books/trial-balance?asOf=2025-02-30",
                "/books/trial-balance?asOf=%2B999999999-01-01",
                "/books/trial-balance?knownAt=2025",
                "/books/trial-balance?currency=EURO",
                "/books/trial-balance?currency=",
                "/books/journal?format=xml",
                "/books/journal?limit=0",
                "/books/journal?limit=many",
                "/books/journal?after=x",
                "/books/journal?after=2025-01-01_1_x",
                "/books/journal?after=%2B999999999-01-01_1_1",
                "/books/journal?from=2025-02-01&to=2025-01-01",
                "/books/journal?from=1&format=csv",
                "/books/journal?to=1&format=hledger",
                "/accounts/1/journal",
                "/accounts/1/timeline",
                "/accounts/00000000-0000-0001-0000-000000000001/timeline?until=now",
                "/accounts/00000000-0000-0001-0000-000000000001/timeline?until=10000-01-01T",
                "/accounts/00000000-0000-0001-0000-000000000001/timeline?limit=-1",
                "/accounts/00000000-0000-0001-0000-000000000001/timeline?after=%00"
            })
    void what_cannot_be_understood_is_a_problem_of_the_request(String path) {
        Answer answer = QUERY_SIDE.get(path);

        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.mediaType()).startsWith("application/problem+json");
        assertThat(answer.body().at("/code").asString()).isEqualTo("MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal", "timeline"})
    void an_account_that_does_not_exist_is_not_found(String view) {
        Answer answer = QUERY_SIDE.get("/accounts/00000000-0000-0009-0000-000000000009/" + view);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().at("/code").asString()).isEqualTo("ACCOUNT_UNKNOWN");
    }

    /** Idle segments note their position every few seconds; until then nothing is compared. */
    private static HttpResponse<String> text(String path) throws IOException, InterruptedException {
        String port = QUERY_SIDE.bean(Environment.class).getRequiredProperty("local.server.port");
        URI address = URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
