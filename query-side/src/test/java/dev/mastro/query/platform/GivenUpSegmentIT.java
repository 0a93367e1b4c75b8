package dev.mastro.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackerStatus;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;

/** A status that Axon forgot to remove says nothing about a segment that another process reads. */
class GivenUpSegmentIT {

    private static final LocalDate MARCH_1 = LocalDate.parse("2025-03-01");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void what_another_process_reads_is_neither_held_nor_behind() throws Exception {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        try (QuerySide one = QuerySide.start(database);
                QuerySide other = QuerySide.start(database)) {
            await().atMost(PATIENCE).until(() -> held(one) > 0 && held(one) == held(other));
            int half = held(one);
            leaveStatusBehind(one);

            one.record(new Story(1).opened(MARCH_1));
            one.caughtUp();

            assertThat(held(one)).isEqualTo(half);
            assertThat(one.get("/projections").body().get("items"))
                    .isNotEmpty()
                    .allMatch(projection -> projection.get("lag").asLong() == 0);
        }
    }

    /** As Axon does when the worker and the coordinator give a segment up at once. */
    private static void leaveStatusBehind(QuerySide querySide) throws Exception {
        ProjectionReaders readers = querySide.bean(ProjectionReaders.class);
        Map.Entry<String, Set<Integer>> some =
                readers.held().entrySet().stream()
                        .filter(held -> held.getValue().size() < ProjectionConfiguration.SEGMENTS)
                        .findFirst()
                        .orElseThrow();
        List<Segment> all = Segment.splitBalanced(Segment.ROOT_SEGMENT, 1);
        Segment lost =
                all.stream()
                        .filter(segment -> !some.getValue().contains(segment.getSegmentId()))
                        .findFirst()
                        .orElseThrow();
        Field statuses = PooledStreamingEventProcessor.class.getDeclaredField("processingStatus");
        statuses.setAccessible(true);
        PooledStreamingEventProcessor processor = readers.processor(some.getKey());
        @SuppressWarnings("unchecked") // the type of the field
        Map<Integer, TrackerStatus> left = (Map<Integer, TrackerStatus>) statuses.get(processor);
        left.put(
                lost.getSegmentId(),
                new TrackerStatus(lost, null).markError(new IllegalStateException("no claim")));
        assertThat(processor.processingStatus()).containsKey(lost.getSegmentId());
    }

    private static int held(QuerySide querySide) {
        return querySide.bean(ProjectionReaders.class).held().values().stream()
                .mapToInt(Set::size)
                .sum();
    }
}
