package dev.mastro.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A token from the future: the log is shorter than what was read of it. */
class ReaderBeyondTheLogIT {

    private static final LocalDate MARCH_1 = LocalDate.parse("2025-03-01");

    private static final String MOVE =
            """
            UPDATE token_entry SET token = convert_to(
                   jsonb_set(convert_from(token, 'UTF8')::jsonb, '{globalIndex}', ?::jsonb)::text,
                   'UTF8')
             WHERE processor_name = 'accounts'
            """;

    private final Database database = EmbeddedPostgres.shared().freshDatabase();

    @Test
    void a_reader_beyond_the_end_is_down_skips_nothing_and_goes_on_when_its_token_is_right_again() {
        long head = headAfterTheFirstAccount();
        move(head + 3);

        try (QuerySide querySide = QuerySide.start(database)) {
            awaitRefusal(querySide, head);
            assertThat(querySide.get("/actuator/health/readiness").status()).isEqualTo(503);

            move(head);
            open(querySide, 2);
            querySide.caughtUp();
            assertThat(statusOf(querySide, 2)).isEqualTo(200);
            await().until(() -> querySide.get("/actuator/health/readiness").status() == 200);
        }
    }

    @Test
    void a_log_that_has_grown_past_its_reader_is_read_again_from_its_begin() {
        long head = headAfterTheFirstAccount();
        move(head + 3);

        try (QuerySide querySide = QuerySide.start(database)) {
            awaitRefusal(querySide, head);
            open(querySide, 2);
            open(querySide, 3);
            assertThat(querySide.head()).isGreaterThan(head + 3);
        }
        try (QuerySide querySide = QuerySide.start(database)) {
            awaitRefusal(querySide, head);
            assertThat(statusOf(querySide, 2)).isEqualTo(404);

            assertThat(querySide.post("/projections/accounts/rebuild").status()).isEqualTo(202);
            await().until(() -> status(querySide).equals("RUNNING"));
            querySide.caughtUp();
            assertThat(statusOf(querySide, 2)).isEqualTo(200);
            assertThat(statusOf(querySide, 3)).isEqualTo(200);
        }
    }

    private long headAfterTheFirstAccount() {
        try (QuerySide querySide = QuerySide.start(database)) {
            open(querySide, 1);
            querySide.caughtUp();
            return querySide.head();
        }
    }

    private static void awaitRefusal(QuerySide querySide, long head) {
        await().until(() -> status(querySide).equals("FAILED"));
        assertThat(accounts(querySide).get("failure").asString())
                .contains("up to position " + (head + 3), "a log that ends at " + head);
    }

    private static void open(QuerySide querySide, int account) {
        querySide.record(new Story(account).opened(MARCH_1));
    }

    private static int statusOf(QuerySide querySide, int account) {
        return querySide.get("/accounts/" + new Story(account).account()).status();
    }

    private static String status(QuerySide querySide) {
        return accounts(querySide).get("status").asString();
    }

    private void move(long position) {
        JdbcClient.create(database.dataSource()).sql(MOVE).param(Long.toString(position)).update();
    }

    private static JsonNode accounts(QuerySide querySide) {
        return querySide
                .get("/projections")
                .body()
                .get("items")
                .valueStream()
                .filter(one -> one.get("name").asString().equals("accounts"))
                .findFirst()
                .orElseThrow();
    }
}
