package dev.mastro.query.rebuild;

import dev.mastro.query.platform.RecordedEvent;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.eventhandling.Segment;

/**
 * Events of the log, read and decoded for several read models; {@code end} is the last position.
 */
record LogChunk(List<Entry> entries, long end) {

    /** An event, and what decides about the segment that it belongs to. */
    record Entry(RecordedEvent event, int sequence) {}

    /** What a segment that has read up to {@code from} is to read up to {@code until}. */
    List<RecordedEvent> of(Segment segment, long from, long until, Predicate<Class<?>> reads) {
        return entries.stream()
                .filter(entry -> segment.matches(entry.sequence()))
                .map(Entry::event)
                .filter(event -> event.position() > from && event.position() <= until)
                .filter(event -> reads.test(event.event().getClass()))
                .toList();
    }
}
