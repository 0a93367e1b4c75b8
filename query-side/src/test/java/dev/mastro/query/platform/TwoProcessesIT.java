package dev.mastro.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.eventstore.ReadModels;
import dev.mastro.eventstore.StoredTokens;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several query sides share the projections of one database. */
class TwoProcessesIT {

    private static final LocalDate MARCH_1 = LocalDate.parse("2025-03-01");
    private static final LocalDate APRIL_1 = LocalDate.parse("2025-04-01");

    @Test
    void one_process_rebuilds_what_another_one_runs() {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        try (QuerySide running = QuerySide.start(database);
                QuerySide other = QuerySide.start(database)) {
            for (int n = 1; n <= 10; n++) {
                Story story = new Story(n);
                running.record(story.opened(MARCH_1));
                running.record(story.ordered(MARCH_1, APRIL_1));
            }
            running.caughtUp();
            other.caughtUp();
            List<String> before = invoices(running);

            assertThat(other.post("/projections/invoices/rebuild").status()).isEqualTo(202);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(invoices(running)).isEqualTo(before));
            running.record(new Story(1).paid(1, MARCH_1));
            running.caughtUp();
            assertThat(running.get("/invoices/A-0001-0001").body().get("status").asString())
                    .isEqualTo("PAID");
        }
    }

    @Test
    void a_process_that_projects_nothing_waits_for_those_that_do() {
        try (QuerySide querySide = QuerySide.start()) {
            ReadModels elsewhere = querySide.named("storedReadModels", ReadModels.class);
            assertThat(querySide.bean(ReadModels.class)).isInstanceOf(ProjectionsCaughtUp.class);

            querySide.record(new Story(1).opened(MARCH_1));
            long head = querySide.head();

            assertThat(elsewhere.await(head, Duration.ofSeconds(30))).isTrue();
            assertThat(querySide.bean(StoredTokens.class).all())
                    .isNotEmpty()
                    .allMatch(reader -> reader.position() >= head);
            assertThat(elsewhere.await(head + 1, Duration.ofMillis(60))).isFalse();
        }
    }

    private static List<String> invoices(QuerySide querySide) {
        return querySide
                .jdbc()
                .sql("SELECT t::text FROM invoices t ORDER BY t.id")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
