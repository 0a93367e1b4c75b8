package dev.mastro.eventstore.postgres;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/** An event store that tells its readers at once when there is something to read. */
public final class WakingEventStore extends EmbeddedEventStore {

    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> afterAppend = ConcurrentHashMap.newKeySet();

    /** A store in which every stream reads for itself. */
    public WakingEventStore(Builder settings) {
        super(settings.optimizeEventConsumption(false));
    }

    /** Tells every reader to look again; a needless call costs each of them one empty read. */
    public void wake() {
        super.afterCommit(List.of());
        waiting.forEach(Runnable::run);
    }

    /** Calls {@code action} whenever this process has committed events. */
    public void afterAppend(Runnable action) {
        afterAppend.add(action);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        wake();
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
