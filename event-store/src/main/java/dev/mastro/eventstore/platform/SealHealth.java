package dev.mastro.eventstore.platform;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Down while some event has waited too long for its position: nobody seals, and no reader sees
 * anything new. Readers alone would not notice, because they are at the end of what they can see.
 */
final class SealHealth implements HealthIndicator {

    private static final String OLDEST_WAITING =
            """
            SELECT global_index FROM ledger_event AS event
             WHERE global_index > (SELECT global_index FROM seal_watermark)
               AND NOT EXISTS (
                   SELECT FROM ledger_seal AS seal
                    WHERE seal.global_index > (SELECT global_index FROM seal_watermark)
                      AND seal.global_index = event.global_index)
             ORDER BY global_index
             LIMIT 1
            """;

    private final JdbcClient jdbc;
    private final Duration longestWait;
    private final AtomicReference<@Nullable Waiting> seen = new AtomicReference<>();

    SealHealth(JdbcClient jdbc, Duration longestWait) {
        this.jdbc = jdbc;
        this.longestWait = longestWait;
    }

    private record Waiting(long index, long sinceNanos) {}

    @Override
    public Health health() {
        Optional<Long> oldest = oldestWaiting();
        if (oldest.isEmpty()) {
            seen.set(null);
            return Health.up().build();
        }
        Waiting waiting =
                seen.updateAndGet(before ->
                        before != null && before.index() == oldest.get()
                                ? before
                                : new Waiting(oldest.get(), System.nanoTime()));
        boolean stuck =
                waiting != null
                        && System.nanoTime() - waiting.sinceNanos() >= longestWait.toNanos();
        return (stuck ? Health.down() : Health.up())
                .withDetails(Map.of("waitsForItsPosition", oldest.get()))
                .build();
    }

    private Optional<Long> oldestWaiting() {
        return jdbc.sql(OLDEST_WAITING).query(Long.class).optional();
    }
}
