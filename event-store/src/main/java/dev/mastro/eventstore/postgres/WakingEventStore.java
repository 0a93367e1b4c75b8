package dev.mastro.eventstore.postgres;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/** An event store that tells its readers at once when there is something to read. */
public final class WakingEventStore extends EmbeddedEventStore {

    /** Shorter pauses would make readers spend more on looking than on reading. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final AtomicLong wokenAt = new AtomicLong(System.nanoTime() - PAUSE_NANOS);
    private final AtomicBoolean owed = new AtomicBoolean();
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> afterAppend = ConcurrentHashMap.newKeySet();

    /** A store in which every stream reads for itself. */
    public WakingEventStore(Builder settings) {
        super(settings.optimizeEventConsumption(false));
    }

    /** Tells every reader to look again; a needless call costs each of them one empty read. */
    public void wake() {
        super.afterCommit(List.of());
        waiting.forEach(this::tell);
    }

    /** A reader that has stopped between its last look and this one wants no more news. */
    private void tell(Runnable reader) {
        try {
            reader.run();
        } catch (RejectedExecutionException e) {
            waiting.remove(reader);
        }
    }

    /** Calls {@code action} whenever this process has committed events. */
    void afterAppend(Runnable action) {
        afterAppend.add(action);
    }

    /** Wakes the readers for commits that followed too closely upon another one. */
    void wakeIfOwed() {
        if (owed.getAndSet(false)) {
            wake();
        }
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        long now = System.nanoTime();
        long last = wokenAt.get();
        if (now - last >= PAUSE_NANOS && wokenAt.compareAndSet(last, now)) {
            wake();
        } else {
            owed.set(true);
        }
        afterAppend.forEach(Runnable::run);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken from) {
        return new WakingStream(super.openStream(from));
    }

    private final class WakingStream implements TrackingEventStream {

        private final BlockingStream<TrackedEventMessage<?>> events;
        private volatile @Nullable Runnable callback;

        WakingStream(BlockingStream<TrackedEventMessage<?>> events) {
            this.events = events;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            forget();
            this.callback = callback;
            return waiting.add(callback);
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return events.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return events.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return events.nextAvailable();
        }

        @Override
        public void close() {
            forget();
            events.close();
        }

        private void forget() {
            Runnable registered = callback;
            if (registered != null) {
                waiting.remove(registered);
            }
        }
    }
}
