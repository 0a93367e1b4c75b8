package dev.mastro.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class RebuildTakeOverIT {

    private static final LocalDate MARCH_1 = LocalDate.parse("2025-03-01");

    private static final String LOCK_OF_ONE =
            """
            SELECT pid FROM pg_locks
             WHERE locktype = 'advisory' AND granted
               AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
               AND (classid::bigint << 32 | objid::bigint)
                   = hashtextextended('mastro.rebuild.gated', 0)
            """;

    private static final String WAITING_FOR_ITS_BATCH =
            """
            SELECT pid FROM pg_stat_activity
             WHERE datname = current_database()
               AND wait_event_type = 'Lock' AND query LIKE '%projection_rebuild%FOR UPDATE%'
            """;

    private QuerySide one;
    private QuerySide other;
    private ReadModelTables tables;
    private Map<String, String> before;

    /** Adds the projection to those of the query side. */
    @Configuration(proxyBeanMethods = false)
    static class WithGated {

        @Bean
        GatedProjection gated(JdbcClient jdbc) {
            return new GatedProjection(jdbc);
        }
    }

    @BeforeEach
    void start() throws InterruptedException {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        one = QuerySide.start(database, WithGated.class);
        for (int n = 1; n <= 10; n++) {
            one.record(new Story(n).opened(MARCH_1));
        }
        one.caughtUp();
        assertThat(one.post("/projections/gated/rebuild").status()).isEqualTo(202);
        one.bean(GatedProjection.class).awaitArrival();
        other = QuerySide.start(database, WithGated.class);
        other.bean(GatedProjection.class).open();
        tables = new ReadModelTables(other);
        before = tables.rows();
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    @Test
    void a_second_process_that_is_asked_leaves_the_rebuild_to_the_first() {
        QuerySide.Answer second = other.post("/projections/gated/rebuild");
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body().at("/rebuild/state").asString()).isEqualTo("RUNNING");
        assertThat(second.body().at("/status").asString()).isEqualTo("REBUILDING");
        assertThat(second.body().at("/rebuild/percent").asInt()).isBetween(0, 99);
        assertThat(second.body().at("/rebuild/position").asLong())
                .isLessThan(second.body().at("/rebuild/until").asLong());

        one.bean(GatedProjection.class).open();

        assertFinished(1);
        assertThat(tables.rebuilt("gated").get("percent").asInt()).isEqualTo(100);
    }

    @Test
    void a_process_that_stops_leaves_its_rebuild_to_another_one() {
        one.close();

        assertFinished(2);
    }

    @Test
    void two_that_both_believe_to_own_a_rebuild_do_not_disturb_each_other() {
        end(LOCK_OF_ONE);
        await().until(() -> !ask(WAITING_FOR_ITS_BATCH).isEmpty());

        one.bean(GatedProjection.class).open();

        assertThat(tables.rebuilt("gated").get("state").asString()).isEqualTo("FINISHED");
        assertThat(tables.rows()).isEqualTo(before);
        int runs = run();
        assertThat(other.post("/projections/gated/rebuild").status()).isEqualTo(202);
        assertFinished(runs + 1);
    }

    private void end(String session) {
        assertThat(ask("SELECT pg_terminate_backend(pid) FROM (%s) AS sessions".formatted(session)))
                .hasSize(1);
    }

    private List<String> ask(String sql) {
        return other.jdbc().sql(sql).query((row, _) -> String.valueOf(row.getString(1))).list();
    }

    private int run() {
        return Integer.parseInt(ask("SELECT run FROM projection_rebuild").getFirst());
    }

    private void assertFinished(int run) {
        await().atMost(Duration.ofSeconds(60)).until(() -> run() == run);
        assertThat(tables.rebuilt("gated").get("state").asString()).isEqualTo("FINISHED");
        assertThat(tables.rebuilt("gated").get("differing").asLong()).isZero();
        assertThat(tables.rows()).isEqualTo(before);
    }
}
