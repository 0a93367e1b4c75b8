package dev.mastro.eventstore.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.StoreFixture;
import dev.mastro.eventstore.seal.Sealer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class SealHealthTest {

    @Test
    void a_log_that_nobody_seals_is_down_once_an_event_has_waited_too_long() {
        try (StoreFixture store = StoreFixture.start()) {
            SealHealth patient = new SealHealth(store.jdbc(), Duration.ofHours(1));
            SealHealth strict = new SealHealth(store.jdbc(), Duration.ZERO);
            store.publish(List.of(StoreFixture.event("stream", 0)));
            assertThat(store.bean(LogPosition.class).settledHead(Duration.ofSeconds(30)))
                    .isPresent();
            assertThat(strict.health().getStatus()).isEqualTo(Status.UP);

            store.bean(Sealer.class).stop();
            store.publish(List.of(StoreFixture.event("stream", 1)));

            assertThat(patient.health().getStatus()).isEqualTo(Status.UP);
            Health health = strict.health();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails()).containsKey("waitsForItsPosition");
        }
    }
}
