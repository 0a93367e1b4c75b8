package dev.mastro.eventstore.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;

/**
 * For how long the sender of each command under way has waited, and how long he still waits, over
 * all tries and all commands of one request. A command of another process has just begun here.
 */
public final class CommandPatience {

    /** Of those that nobody says the end of: longer than any command is under way. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    /**
     * A part of the patience, which a command has even if those before it have used up all of it:
     * an order whose card is authorised is the oldest by then, and needs one turn only.
     */
    private static final int LEAST_PART = 5;

    private final ScopedValue<Long> request = ScopedValue.newInstance();
    private final Cache<String, Wait> waits =
            Caffeine.newBuilder().expireAfterWrite(FORGOTTEN_AFTER).build();
    private final long whole;
    private final LongSupplier nanos;

    private record Wait(long since, long until) {}

    /** In real time. */
    public CommandPatience(Duration whole) {
        this(whole, System::nanoTime);
    }

    /** By a clock that counts nanoseconds from anywhere. */
    public CommandPatience(Duration whole, LongSupplier nanos) {
        this.whole = whole.toNanos();
        this.nanos = nanos;
    }

    /** Commands that the sender sends one after the other, of which he awaits the last. */
    public <T> T share(Supplier<T> sender) {
        return request.isBound()
                ? sender.get()
                : ScopedValue.where(request, nanos.getAsLong()).call(sender::get);
    }

    /** Whether the sender of this request still waits; one that has no begin has just begun. */
    public boolean lasts() {
        return !request.isBound() || request.get() + whole - nanos.getAsLong() > 0;
    }

    /** The sender hands the command over. */
    public void begin(CommandMessage<?> command) {
        long now = nanos.getAsLong();
        long since = request.isBound() ? request.get() : now;
        long left = Math.max(since + whole - now, whole / LEAST_PART);
        waits.put(command.getIdentifier(), new Wait(since, now + left));
    }

    /** The sender is told the result, or that there is none. */
    void end(CommandMessage<?> command) {
        waits.invalidate(command.getIdentifier());
    }

    /** How long ago the sender began to wait. */
    public Duration age(CommandMessage<?> command) {
        Wait wait = waits.getIfPresent(command.getIdentifier());
        return wait == null ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - wait.since());
    }

    /** How long the sender still waits; less than nothing when it has been too long already. */
    public Duration left(CommandMessage<?> command) {
        Wait wait = waits.getIfPresent(command.getIdentifier());
        return Duration.ofNanos(wait == null ? whole : wait.until() - nanos.getAsLong());
    }
}
