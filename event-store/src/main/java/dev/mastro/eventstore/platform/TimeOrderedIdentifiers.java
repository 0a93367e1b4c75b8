package dev.mastro.eventstore.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoField;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/**
 * Identifiers of version 7 (RFC 9562) for all messages. Those of events begin with the time, so
 * that the index over them grows at its end and not everywhere; Axon finds this class by itself.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    private static final long VERSION = 7L << 12;
    private static final long VARIANT = 1L << 63;
    private static final int VARIANT_BITS = 2;
    private static final int BELOW_MILLIS = 16;

    /** What the twelve bits behind the version count to while a millisecond passes. */
    private static final long STEPS = 1 << 12;

    private static final long MICROS_PER_MILLI = 1_000;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** By the clock of the machine, also where the time of the ledger is simulated. */
    public TimeOrderedIdentifiers() {
        this(Clock.systemUTC());
    }

    TimeOrderedIdentifiers(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String generateIdentifier() {
        Instant now = clock.instant();
        long micros = now.getLong(ChronoField.MICRO_OF_SECOND) % MICROS_PER_MILLI;
        long step = micros * STEPS / MICROS_PER_MILLI;
        long time = now.toEpochMilli() << BELOW_MILLIS | VERSION | step;
        return new UUID(time, VARIANT | random.nextLong() >>> VARIANT_BITS).toString();
    }
}
