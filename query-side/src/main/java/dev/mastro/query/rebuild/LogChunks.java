package dev.mastro.query.rebuild;

import dev.mastro.eventstore.TrackingTokens;
import dev.mastro.eventstore.UnreadableEvent;
import dev.mastro.query.platform.AccountSequence;
import dev.mastro.query.platform.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Reads the log in large pieces. */
@Component
class LogChunks {

    private static final int LONGEST_WAIT_SECONDS = 10;

    private final EventStore log;

    LogChunks(EventStore log) {
        this.log = log;
    }

    /**
     * The events that follow {@code from}, at most {@code most} of them and none behind {@code
     * until}; of them those that are wanted.
     */
    LogChunk read(long from, long until, int most, Predicate<Class<?>> wanted)
            throws InterruptedException {
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        long end = from;
        try (BlockingStream<TrackedEventMessage<?>> stream =
                log.openStream(new GlobalSequenceTrackingToken(from))) {
            for (int read = 0; read < most && end < until; read++) {
                TrackedEventMessage<?> message = next(stream, end);
                end = positionOf(message);
                requireReadable(message, wanted);
                if (end <= until && wanted.test(message.getPayloadType())) {
                    messages.add(message);
                }
            }
        }
        return new LogChunk(decoded(messages), Math.min(end, until));
    }

    /** A read model without the event would be as wrong as one with a hole. */
    private static void requireReadable(
            TrackedEventMessage<?> message, Predicate<Class<?>> wanted) {
        if (message.getPayload() instanceof UnreadableEvent unreadable
                && unreadable.concerns(wanted)) {
            throw new IllegalStateException(
                    "position %d: %s".formatted(positionOf(message), unreadable.reason()));
        }
    }

    private static TrackedEventMessage<?> next(
            BlockingStream<TrackedEventMessage<?>> stream, long after) throws InterruptedException {
        if (!stream.hasNextAvailable(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nothing to read after position " + after);
        }
        return stream.nextAvailable();
    }

    private static List<LogChunk.Entry> decoded(List<TrackedEventMessage<?>> messages) {
        return messages.stream()
                .map(message ->
                        new LogChunk.Entry(
                                RecordedEvent.of(message, positionOf(message)),
                                Objects.hashCode(
                                        AccountSequence.INSTANCE.getSequenceIdentifierFor(
                                                message))))
                .toList();
    }

    private static long positionOf(TrackedEventMessage<?> message) {
        return TrackingTokens.position(message.trackingToken());
    }
}
