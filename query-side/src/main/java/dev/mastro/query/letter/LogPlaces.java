package dev.mastro.query.letter;

import dev.mastro.eventstore.TrackingTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads single events of the log by their positions. */
@Component
class LogPlaces {

    private static final int LONGEST_WAIT_SECONDS = 10;

    /** About what one look at the database brings; who needs less of it asks anew. */
    private static final int NEAR = 1000;

    private final EventStore log;

    LogPlaces(EventStore log) {
        this.log = log;
    }

    /** The events at these positions, which grow. */
    List<TrackedEventMessage<?>> read(List<Long> positions) {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        @Nullable BlockingStream<TrackedEventMessage<?>> stream = null;
        try {
            long reached = -NEAR;
            for (long position : positions) {
                if (stream == null || position - reached >= NEAR) {
                    close(stream);
                    stream = log.openStream(new GlobalSequenceTrackingToken(position - 1));
                }
                events.add(next(stream, position));
                reached = position;
            }
            return events;
        } finally {
            close(stream);
        }
    }

    private static TrackedEventMessage<?> next(
            BlockingStream<TrackedEventMessage<?>> stream, long position) {
        try {
            while (stream.hasNextAvailable(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                if (TrackingTokens.position(event.trackingToken()) == position) {
                    return event;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("nothing to read at position " + position);
    }

    private static void close(@Nullable BlockingStream<TrackedEventMessage<?>> stream) {
        if (stream != null) {
            stream.close();
        }
    }
}
