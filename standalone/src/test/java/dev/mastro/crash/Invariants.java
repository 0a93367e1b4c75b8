package dev.mastro.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The invariants of reliability.md 6.4 that hold after a process was killed and came back. */
final class Invariants {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String EVENT =
            """
            SELECT count(*) FROM ledger_event
             WHERE aggregate_id = :subject AND sequence_number = :sequence
               AND payload_type = :type
            """;

    private static final String COMMANDS_OF_A_KEY =
            """
            SELECT count(DISTINCT convert_from(metadata, 'UTF8')::jsonb->>'commandId')
              FROM ledger_event
             WHERE convert_from(metadata, 'UTF8')::jsonb->>'idempotencyKey' = :key
            """;

    private static final String HOLES =
            """
            SELECT count(*) FROM (
                SELECT aggregate_id FROM ledger_event GROUP BY aggregate_id
                HAVING min(sequence_number) <> 0
                    OR max(sequence_number) <> count(*) - 1) AS holed
            """;

    private static final String SERIES =
            """
            WITH numbered AS (
                SELECT convert_from(payload, 'UTF8')::jsonb AS event FROM ledger_event
                 WHERE payload_type IN ('InvoiceNumberAssigned', 'CreditNoteNumberAssigned')
            ), positions AS (
                SELECT event->>'series' AS series,
                       substring(event->>'number' FROM '[0-9]+$')::bigint AS position
                  FROM numbered
                 WHERE event->>'series' IS NOT NULL
            )
            SELECT format('%s-%s-%s', prefix, upper(seller), year) AS series, last,
                   (SELECT count(*) FROM positions AS one
                     WHERE one.series = format('%s-%s-%s', prefix, upper(seller), year)
                       AND one.position BETWEEN 1 AND last) AS documents,
                   (SELECT count(DISTINCT position) FROM positions AS one
                     WHERE one.series = format('%s-%s-%s', prefix, upper(seller), year)) AS numbers
              FROM number_series
            """;

    private static final String PAYMENTS_OF_A_REFERENCE =
            """
            SELECT count(*) FROM ledger_event
             WHERE payload_type = 'PaymentReceived'
               AND convert_from(payload, 'UTF8')::jsonb->>'reference' = :reference
            """;

    private final JdbcClient database;
    private final URI baseUrl;

    Invariants(JdbcClient database, URI baseUrl) {
        this.database = database;
        this.baseUrl = baseUrl;
    }

    /** I1: every event of every receipt is in the log. */
    void nothingAcknowledgedIsLost(List<Attempt> history) {
        for (Attempt attempt : history) {
            if (attempt.isAcknowledged()) {
                for (JsonNode event : JSON.readTree(attempt.answer()).path("events")) {
                    assertThat(count(event)).as("%s of %s", event, attempt.key()).isEqualTo(1);
                }
            }
        }
    }

    /** I2: a key took effect once at the most, however often it was sent. */
    void nothingIsAppliedTwice(List<Attempt> history) {
        for (Attempt attempt : history) {
            long commands =
                    database.sql(COMMANDS_OF_A_KEY)
                            .param("key", attempt.key())
                            .query(Long.class)
                            .single();
            assertThat(commands).as(attempt.key()).isLessThanOrEqualTo(1);
            if (attempt.path().endsWith("/payments")) {
                assertThat(payments(attempt.key())).as(attempt.key()).isEqualTo(1);
            }
        }
    }

    /** I3: what was refused is absent. */
    void whatWasRefusedIsAbsent(List<Attempt> history) {
        for (Attempt attempt : history) {
            if (attempt.isRefused()) {
                long commands =
                        database.sql(COMMANDS_OF_A_KEY)
                                .param("key", attempt.key())
                                .query(Long.class)
                                .single();
                assertThat(commands).as("%s", attempt).isZero();
            }
        }
    }

    /** I4: the books balance. */
    void booksBalance() {
        JsonNode books = get("/books/trial-balance?asOf=2025-04-01");
        assertThat(books.path("balanced").asBoolean()).as("%s", books).isTrue();
        assertThat(books.path("books").path(0).path("debit").path("amount").asString())
                .isNotEqualTo("0.00");
    }

    /** I5: no stream has a hole. */
    void streamsAreDense() {
        assertThat(database.sql(HOLES).query(Long.class).single()).isZero();
    }

    /** A series, its last number, and how many documents and numbers there are up to it. */
    record Series(String series, long last, long documents, long numbers) {}

    /** The series of a seller has a document for each of its numbers, and a number for each. */
    void numbersHaveNoGap() {
        assertThat(database.sql(SERIES).query(Series.class).list())
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.documents()).as("%s", one).isEqualTo(one.last());
                    assertThat(one.numbers()).as("%s", one).isEqualTo(one.last());
                });
    }

    /** I12: a key gives the same answer again, or its first definite one. */
    List<Attempt> sameKeySameAnswer(List<Attempt> history) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return history.stream().map(attempt -> again(http, attempt)).toList();
        }
    }

    private Attempt again(HttpClient http, Attempt attempt) {
        Attempt again = Workload.Resend.once(http, baseUrl, attempt);
        assertThat(again.isUnknown()).as("%s", again).isFalse();
        if (attempt.isAcknowledged()) {
            assertThat(again.answer()).as(attempt.key()).isEqualTo(attempt.answer());
        }
        return again;
    }

    private long count(JsonNode event) {
        return database.sql(EVENT)
                .param("subject", event.path("subject").asString())
                .param("sequence", event.path("sequence").asLong())
                .param("type", event.path("type").asString())
                .query(Long.class)
                .single();
    }

    private long payments(String reference) {
        return database.sql(PAYMENTS_OF_A_REFERENCE)
                .param("reference", reference)
                .query(Long.class)
                .single();
    }

    JsonNode get(String path) {
        return JSON.readTree(Http.get(baseUrl, path));
    }
}
