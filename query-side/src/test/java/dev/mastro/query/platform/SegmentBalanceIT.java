package dev.mastro.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import dev.mastro.query.platform.SegmentBalance.Segment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Segments are spread over processes, and those of one that is gone are read by who is left. */
class SegmentBalanceIT {

    private static final LocalDate MARCH_1 = LocalDate.parse("2025-03-01");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"real", "2025-04-01T08:00:00Z", "2100-04-01T08:00:00Z"})
    void who_has_more_than_its_share_lets_go_of_it_and_who_is_left_takes_all(String clock) {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        Map<String, Object> settings =
                clock.equals("real")
                        ? Map.of()
                        : Map.of("mastro.clock", "simulated", "mastro.clock.start", clock);
        try (QuerySide first = QuerySide.start(database, settings)) {
            await().atMost(PATIENCE).until(() -> held(first) == segments(first));
            first.record(new Story(1).opened(MARCH_1));
            try (QuerySide second = QuerySide.start(database, settings)) {
                await().atMost(PATIENCE)
                        .until(() ->
                                held(first) == segments(first) / 2
                                        && held(second) == segments(first) / 2);
                for (int n = 2; n <= 20; n++) {
                    first.record(new Story(n).opened(MARCH_1));
                }
                first.caughtUp();
                second.caughtUp();
            }

            await().atMost(PATIENCE).until(() -> held(first) == segments(first));
            first.record(new Story(21).opened(MARCH_1));
            first.caughtUp();
            assertThat(first.jdbc().sql("SELECT count(*) FROM accounts").query(Long.class).single())
                    .isEqualTo(21);
            assertThat(first.get("/audit/checks").body().get("clean").asBoolean()).isTrue();
        }
    }

    @Test
    void a_process_that_lacks_a_projection_is_no_reason_to_let_go() {
        try (QuerySide querySide = QuerySide.start()) {
            ProjectingProcesses earlier = new ProjectingProcesses(querySide.jdbc());
            ProjectingProcesses same = new ProjectingProcesses(querySide.jdbc());

            assertThat(same.beat(List.of("accounts", "timeline"))).isEqualTo(2);
            assertThat(earlier.beat(List.of("accounts"))).isEqualTo(3);
            assertThat(same.beat(List.of("accounts", "timeline"))).isEqualTo(2);
            same.leave();
            assertThat(earlier.beat(List.of("accounts"))).isEqualTo(2);
        }
    }

    @Test
    void what_is_let_go_of_is_taken_from_where_most_is_held() {
        assertThat(SegmentBalance.beyond(2, Map.of("a", Set.of(0, 1), "b", Set.of(0, 1))))
                .containsExactlyInAnyOrder(new Segment("a", 1), new Segment("b", 1));
        assertThat(SegmentBalance.beyond(3, Map.of("a", Set.of(0), "b", Set.of(0, 1, 2))))
                .containsExactly(new Segment("b", 2));
        assertThat(SegmentBalance.beyond(4, Map.of("a", Set.of(0, 1), "b", Set.of(1)))).isEmpty();
    }

    private static int held(QuerySide querySide) {
        return querySide.bean(ProjectionReaders.class).held().values().stream()
                .mapToInt(Set::size)
                .sum();
    }

    private static int segments(QuerySide querySide) {
        return querySide.bean(ProjectionReaders.class).names().size()
                * ProjectionConfiguration.SEGMENTS;
    }
}
