package dev.mastro.query.rebuild;

import dev.mastro.query.platform.BulkWriter;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.RecordedEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.eventhandling.Segment;

/** What one process does for the rebuild of one projection; {@code until} is where bulk ends. */
record Run(Projection projection, long number, long until, List<Part> parts) {

    /** The accounts of one segment, written by one thread at a time. */
    static final class Part {

        private final Segment segment;
        private final BulkWriter bulk;
        private long position;

        private Part(Segment segment, BulkWriter bulk) {
            this.segment = segment;
            this.bulk = bulk;
        }

        int id() {
            return segment.getSegmentId();
        }

        BulkWriter bulk() {
            return bulk;
        }

        List<RecordedEvent> of(LogChunk chunk, long until, Projection projection) {
            return chunk.of(segment, position, until, projection::reads);
        }
    }

    /** With a part for each of these segments of the live projection. */
    static Run of(Projection projection, long number, long until, Set<Integer> segments) {
        return new Run(
                projection,
                number,
                until,
                Arrays.stream(Segment.computeSegments(ids(segments)))
                        .map(segment -> new Part(segment, projection.inBulk()))
                        .toList());
    }

    private static int[] ids(Set<Integer> segments) {
        return segments.stream().mapToInt(Integer::intValue).toArray();
    }

    String name() {
        return projection.name();
    }

    /** The schema of the tables beside the live ones. */
    String schema() {
        return "rebuild_" + name().replace('-', '_');
    }

    /** The schema to which live tables go before they are dropped. */
    String retired() {
        return "retired_" + name().replace('-', '_');
    }

    /** How far each segment is, once what wrote it is committed. */
    Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new TreeMap<>();
        parts.forEach(part -> positions.put(part.id(), part.position));
        return positions;
    }

    /** Where each segment is when bulk has ended. */
    Map<Integer, Long> untilEverywhere() {
        Map<Integer, Long> positions = positions();
        positions.replaceAll((_, _) -> until);
        return positions;
    }

    void reached(Map<Integer, Long> positions) {
        for (Part part : parts) {
            part.position = positions.getOrDefault(part.id(), part.position);
        }
    }
}
