package dev.mastro.eventstore.postgres;

import dev.mastro.eventstore.TrackingTokens;
import dev.mastro.eventstore.seal.Nudge;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** One reader of the log. */
final class TailStream implements TrackingEventStream {

    private final LedgerTail tail;
    private final Deque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();
    private final Nudge news = new Nudge();
    private final Runnable wake = news::give;
    private long fetched;
    private volatile @Nullable Runnable callback;

    /** Begins with the event that follows {@code position}. */
    TailStream(LedgerTail tail, long position) {
        this.tail = tail;
        this.fetched = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAhead() ? Optional.of(ahead.element()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
        return hasNextAhead() || (timeout > 0 && isThereWithin(unit.toNanos(timeout)));
    }

    private boolean isThereWithin(long nanos) {
        long deadline = System.nanoTime() + nanos;
        tail.tell(wake);
        try {
            while (!hasNextAhead()) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                news.await(Duration.ofNanos(left));
            }
            return true;
        } finally {
            tail.tellNoMore(wake);
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (Thread.interrupted()) {
                throw new InterruptedException("no event yet");
            }
        }
        return ahead.remove();
    }

    private boolean hasNextAhead() {
        if (ahead.isEmpty()) {
            ahead.addAll(tail.after(fetched));
            fetched = ahead.isEmpty() ? fetched : positionOf(ahead.getLast());
        }
        return !ahead.isEmpty();
    }

    private static long positionOf(TrackedEventMessage<?> event) {
        return TrackingTokens.position(event.trackingToken());
    }

    @Override
    public boolean setOnAvailableCallback(Runnable action) {
        forget();
        callback = action;
        tail.tell(action);
        return true;
    }

    @Override
    public void close() {
        forget();
    }

    private void forget() {
        Runnable registered = callback;
        if (registered != null) {
            tail.tellNoMore(registered);
        }
    }
}
