package dev.mastro.eventstore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {

    private static final Instant START = Instant.parse("2025-05-10T10:00:00Z");
    private static final Map<String, Object> SIMULATED =
            Map.of("mastro.clock", "simulated", "mastro.clock.start", START);

    private final Database database = EmbeddedPostgres.shared().freshDatabase();

    @Test
    void a_simulated_clock_stands_still_and_only_moves_on() {
        try (StoreFixture store = StoreFixture.start(database, SIMULATED)) {
            SimulatedClock clock = store.bean(SimulatedClock.class);
            assertThat(clock.instant()).isEqualTo(START);

            clock.moveTo(START.plusSeconds(60));
            clock.moveTo(START);

            assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
        }
    }

    @Test
    void every_process_sees_the_same_time_and_a_restart_goes_on_there() {
        Instant later = START.plusSeconds(3600);
        try (StoreFixture one = StoreFixture.start(database, SIMULATED);
                StoreFixture other = StoreFixture.start(database, SIMULATED)) {
            one.bean(SimulatedClock.class).moveTo(later);

            await().untilAsserted(
                            () -> assertThat(other.bean(Clock.class).instant()).isEqualTo(later));
        }
        try (StoreFixture again = StoreFixture.start(database, SIMULATED)) {
            assertThat(again.bean(Clock.class).instant()).isEqualTo(later);
        }
    }

    @Test
    void a_clock_of_an_unknown_kind_stops_the_start() {
        assertThatThrownBy(() -> StoreFixture.start(database, Map.of("mastro.clock", "sundial")))
                .hasStackTraceContaining("mastro.clock is sundial, but must be real or simulated");
    }
}
