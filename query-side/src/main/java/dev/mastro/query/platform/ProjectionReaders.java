package dev.mastro.query.platform;

import dev.mastro.eventstore.StoredTokens;
import dev.mastro.eventstore.TrackingTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who reads the log for which projection: the segments of this process as they are now, those of
 * other processes as they have last stored their position.
 */
@Component
class ProjectionReaders {

    private final List<String> names;
    private final EventProcessingConfiguration processing;
    private final StoredTokens tokens;

    ProjectionReaders(
            List<Projection> projections,
            EventProcessingConfiguration processing,
            StoredTokens tokens) {
        this.names = projections.stream().map(Projection::name).sorted().toList();
        this.processing = processing;
        this.tokens = tokens;
    }

    /** One segment: how far it is. */
    record Reader(@Nullable TrackingToken token) {

        private static Reader here(EventTrackerStatus status) {
            return new Reader(status.getTrackingToken());
        }

        private static Reader elsewhere(StoredTokens.Entry entry) {
            return new Reader(entry.token());
        }

        long position() {
            return TrackingTokens.position(token);
        }
    }

    List<String> names() {
        return names;
    }

    PooledStreamingEventProcessor processor(String projection) {
        return processing
                .eventProcessor(projection, PooledStreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("no processor for " + projection));
    }

    /** The segments of each projection that this process reads. */
    Map<String, Set<Integer>> held() {
        return names.stream().collect(Collectors.toMap(name -> name, name -> here(name).keySet()));
    }

    /**
     * Leaves a segment to other processes for a while. Axon ends that while by the clock of its
     * processors, which is the real one, and begins it by the clock of its messages, which may be a
     * simulated one: the difference is part of what it is told.
     */
    void letGo(String projection, int segment) {
        Duration between = Duration.between(GenericEventMessage.clock.instant(), Instant.now());
        processor(projection)
                .releaseSegment(
                        segment,
                        between.plus(ProjectionConfiguration.LEFT_TO_OTHERS).toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** The stored positions of all segments; asked once for several of the questions below. */
    List<StoredTokens.Entry> stored() {
        return tokens.all();
    }

    /** All segments of a projection; empty when nobody has ever run it. */
    List<Reader> readers(String projection, List<StoredTokens.Entry> stored) {
        Map<Integer, EventTrackerStatus> here = here(projection);
        Stream<Reader> elsewhere =
                stored.stream()
                        .filter(entry -> entry.processor().equals(projection))
                        .filter(entry -> !here.containsKey(entry.segment()))
                        .map(Reader::elsewhere);
        return Stream.concat(here.values().stream().map(Reader::here), elsewhere).toList();
    }

    /** The segments of this process as they are now, of all projections. */
    Here here() {
        return new Here(names.stream().map(this::here).toList());
    }

    /** What this process reads; asked once for both questions, because it changes meanwhile. */
    record Here(List<Map<Integer, EventTrackerStatus>> projections) {

        /** Whether these are all segments, so that nobody else has to be asked. */
        boolean areAll() {
            return projections.stream()
                    .allMatch(segments -> segments.size() >= ProjectionConfiguration.SEGMENTS);
        }

        /** Whether they have seen the position. */
        boolean cover(long position) {
            return projections.stream()
                    .flatMap(segments -> segments.values().stream())
                    .map(Reader::here)
                    .allMatch(reader -> reader.position() >= position);
        }
    }

    /**
     * What this process reads. An error means that it has given the segment up; Axon can leave that
     * status behind for good, when a segment is given up twice at once (ADR 32).
     */
    private Map<Integer, EventTrackerStatus> here(String projection) {
        Map<Integer, EventTrackerStatus> read = new HashMap<>();
        processor(projection)
                .processingStatus()
                .forEach((segment, status) -> {
                    if (!status.isErrorState()) {
                        read.put(segment, status);
                    }
                });
        return read;
    }

    /** Whether every segment of every projection has seen the position, wherever it runs. */
    boolean allCover(long position) {
        List<StoredTokens.Entry> stored = stored();
        return names.stream().allMatch(name -> covers(readers(name, stored), position));
    }

    private static boolean covers(List<Reader> readers, long position) {
        return readers.size() >= ProjectionConfiguration.SEGMENTS
                && readers.stream().allMatch(reader -> reader.position() >= position);
    }
}
