package dev.mastro.query.platform;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log, in which each event knows its own position. The token of an event that was committed
 * late says how far its reader has come, not where the event lies, so the position is what the
 * event changed in the token before it.
 *
 * <p>It does not let a reader skip whole types of events: a reader that skipped the newest ones
 * would look as if it were late.
 */
final class PositionedLog implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final StreamableMessageSource<TrackedEventMessage<?>> log;

    PositionedLog(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken from) {
        return new PositionedStream(log.openStream(from), from);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    /** Where the event lies whose token is {@code now}, read after {@code before}. */
    static long position(@Nullable TrackingToken before, TrackingToken now) {
        long reached = now.position().orElseThrow();
        if (before instanceof GapAwareTrackingToken old
                && now instanceof GapAwareTrackingToken current
                && old.getIndex() == reached) {
            Set<Long> filled = new HashSet<>(old.getGaps());
            filled.removeAll(current.getGaps());
            if (filled.size() == 1) {
                return filled.iterator().next();
            }
            throw new IllegalStateException("one event cannot lead from " + before + " to " + now);
        }
        return reached;
    }

    private static final class PositionedStream implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> events;
        private @Nullable TrackingToken last;

        PositionedStream(
                BlockingStream<TrackedEventMessage<?>> events, @Nullable TrackingToken from) {
            this.events = events;
            this.last = from;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            TrackedEventMessage<?> event = events.nextAvailable();
            TrackingToken token = event.trackingToken();
            long position =
                    token.equals(last) ? token.position().orElseThrow() : position(last, token);
            last = token;
            return new PositionedEvent<>(event, position, token);
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
        public boolean setOnAvailableCallback(Runnable callback) {
            return events.setOnAvailableCallback(callback);
        }

        @Override
        public void close() {
            events.close();
        }
    }
}
