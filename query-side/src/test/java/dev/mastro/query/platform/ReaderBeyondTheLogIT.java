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
        long head;
        try (QuerySide querySide = QuerySide.start(database)) {
            querySide.record(new Story(1).opened(MARCH_1));
            querySide.caughtUp();
            head = querySide.head();
        }
        move(head + 3);

        try (QuerySide querySide = QuerySide.start(database)) {
            await().until(() -> accounts(querySide).get("status").asString().equals("FAILED"));
            assertThat(accounts(querySide).get("failure").asString())
                    .contains("up to position " + (head + 3), "a log that ends at " + head);
            assertThat(querySide.get("/actuator/health/readiness").status()).isEqualTo(503);

            querySide.record(new Story(2).opened(MARCH_1));
            assertThat(querySide.head()).isGreaterThan(head);
            assertThat(accounts(querySide).get("status").asString()).isEqualTo("FAILED");

            move(head);
            querySide.caughtUp();
            assertThat(querySide.get("/accounts/" + new Story(2).account()).status())
                    .isEqualTo(200);
            await().until(() -> querySide.get("/actuator/health/readiness").status() == 200);
        }
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
