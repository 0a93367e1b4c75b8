package dev.mastro.eventstore.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;

class RecordingClockTest {

    /** Moves on by a second whenever somebody looks. */
    private static final class Restless extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00.123456789Z");

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private DisposableBean installed;

    @BeforeEach
    void install() {
        installed = RecordingClock.install(new Restless());
    }

    @AfterEach
    void remove() throws Exception {
        installed.destroy();
        assertThat(GenericEventMessage.clock).isEqualTo(Clock.systemUTC());
    }

    @Test
    void all_events_of_one_unit_of_work_carry_the_same_instant() throws Exception {
        Instant first = inUnitOfWork();
        Instant second = inUnitOfWork();

        assertThat(second).isAfter(first);
        assertThat(first).isEqualTo(first.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void outside_of_one_each_event_has_its_own() {
        assertThat(recordedAt()).isNotEqualTo(recordedAt());
    }

    private static Instant inUnitOfWork() throws Exception {
        return DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("work"))
                .executeWithResult(() -> {
                    Instant first = recordedAt();
                    Instant nested = nested();
                    assertThat(recordedAt()).isEqualTo(first).isEqualTo(nested);
                    return first;
                })
                .getPayload();
    }

    private static Instant nested() {
        return DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("nested"))
                .executeWithResult(RecordingClockTest::recordedAt)
                .getPayload();
    }

    private static Instant recordedAt() {
        return GenericEventMessage.clock.instant();
    }
}
