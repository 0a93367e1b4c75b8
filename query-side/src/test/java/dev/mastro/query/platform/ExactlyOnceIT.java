package dev.mastro.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import dev.mastro.shared.account.AccountOpened;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ExactlyOnceIT {

    private static final LocalDate MARCH_1 = LocalDate.parse("2025-03-01");

    /** Counts every opening once, and fails three times after it has written its rows. */
    static final class Counting implements Projection {

        private final AtomicInteger failuresLeft = new AtomicInteger(3);
        private final AtomicInteger failures = new AtomicInteger();
        private final JdbcClient jdbc;

        Counting(JdbcClient jdbc) {
            this.jdbc = jdbc;
            jdbc.sql("CREATE TABLE counted (position bigint PRIMARY KEY)").update();
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public boolean reads(Class<?> eventType) {
            return eventType == AccountOpened.class;
        }

        @Override
        public void project(List<RecordedEvent> events) {
            jdbc.sql("INSERT INTO counted SELECT unnest(?::bigint[])")
                    .param(1, new Rows<>(events).column(RecordedEvent::position))
                    .update();
            if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                failures.incrementAndGet();
                throw new TransientDataAccessResourceException("the disk is full");
            }
        }

        @Override
        public List<ReadTable> tables() {
            return List.of(ReadTable.of("counted"));
        }
    }

    /** Adds the projection to those of the query side. */
    @Configuration(proxyBeanMethods = false)
    static class WithCounting {

        @Bean
        Counting counting(JdbcClient jdbc) {
            return new Counting(jdbc);
        }
    }

    @Test
    void a_batch_that_fails_leaves_nothing_and_counts_once_when_it_succeeds() {
        try (QuerySide querySide = QuerySide.start(WithCounting.class)) {
            Counting counting = querySide.bean(Counting.class);
            for (int n = 1; n <= 20; n++) {
                querySide.record(new Story(n).opened(MARCH_1));
            }

            await().until(() -> counting.failures.get() > 0);
            querySide.caughtUp();

            assertThat(counting.failures.get()).isEqualTo(3);
            assertThat(counted(querySide)).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_failing_projection_is_seen_in_the_list_and_in_the_health() {
        try (QuerySide querySide = QuerySide.start(WithCounting.class)) {
            querySide.bean(Counting.class).failuresLeft.set(Integer.MAX_VALUE);
            querySide.record(new Story(1).opened(MARCH_1));

            await().untilAsserted(() -> {
                JsonNode counting = counting(querySide);
                assertThat(counting.get("status").asString()).isEqualTo("FAILED");
                assertThat(counting.get("failure").asString()).isEqualTo("the disk is full");
            });
            assertThat(querySide.get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(
                            querySide
                                    .bean(ProjectionsCaughtUp.class)
                                    .await(querySide.head(), Duration.ofMillis(50)))
                    .isFalse();
        }
    }

    private static JsonNode counting(QuerySide querySide) {
        return querySide
                .get("/projections")
                .body()
                .get("items")
                .valueStream()
                .filter(one -> one.get("name").asString().equals("counting"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> counted(QuerySide querySide) {
        return querySide
                .jdbc()
                .sql("SELECT position::text FROM counted")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
