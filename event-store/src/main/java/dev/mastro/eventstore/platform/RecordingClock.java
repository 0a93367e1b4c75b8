package dev.mastro.eventstore.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.DisposableBean;

/**
 * The clock that stamps events. All events of one unit of work were recorded at the same instant,
 * cut to microseconds, which is what PostgreSQL keeps.
 */
public final class RecordingClock extends Clock {

    private static final String RECORDED_AT = RecordingClock.class.getName();

    private final Clock clock;

    /** Stamps with the time of {@code clock}, which may be a simulated one. */
    public RecordingClock(Clock clock) {
        this.clock = clock;
    }

    /**
     * Axon takes the time from a static field: from now on it is this clock, until the returned
     * bean is destroyed.
     */
    static DisposableBean install(Clock clock) {
        RecordingClock stamp = new RecordingClock(clock);
        GenericEventMessage.clock = stamp;
        return () -> {
            if (stamp.equals(GenericEventMessage.clock)) {
                GenericEventMessage.clock = Clock.systemUTC();
            }
        };
    }

    @Override
    public Instant instant() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getOrComputeResource(RECORDED_AT, key -> now())
                : now();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new RecordingClock(clock.withZone(zone));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
