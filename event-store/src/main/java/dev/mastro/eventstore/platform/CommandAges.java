package dev.mastro.eventstore.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.axonframework.commandhandling.CommandMessage;

/**
 * For how long the sender of each command under way has waited, over all tries. A command of
 * another process has no age here.
 */
public final class CommandAges {

    /** Of those that nobody says the end of: longer than any command is under way. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Cache<String, Long> begun =
            Caffeine.newBuilder().expireAfterWrite(FORGOTTEN_AFTER).build();
    private final LongSupplier nanos;

    /** In real time. */
    public CommandAges() {
        this(System::nanoTime);
    }

    /** By a clock that counts nanoseconds from anywhere. */
    public CommandAges(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The sender hands the command over. */
    public void begin(CommandMessage<?> command) {
        begun.put(command.getIdentifier(), nanos.getAsLong());
    }

    /** The sender is told the result, or that there is none. */
    void end(CommandMessage<?> command) {
        begun.invalidate(command.getIdentifier());
    }

    /** How long ago the sender handed the command over. */
    public Duration of(CommandMessage<?> command) {
        Long since = begun.getIfPresent(command.getIdentifier());
        return since == null ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - since);
    }
}
