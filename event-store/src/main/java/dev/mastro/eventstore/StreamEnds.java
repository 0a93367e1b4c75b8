package dev.mastro.eventstore;

import java.util.Map;

/**
 * Where the streams of aggregates end. A process that keeps aggregates in memory asks here whether
 * another process has added to them meanwhile, because a refusal appends nothing and so would never
 * notice it.
 */
public interface StreamEnds {

    /** For a log that one process alone decides about. */
    StreamEnds NOBODY_ELSE = (_, _) -> true;

    /**
     * Waits until no other process decides about {@code first}, keeps them waiting until the
     * transaction ends, and tells whether no stream has grown beyond the sequence number given.
     */
    boolean areAt(String first, Map<String, Long> sequenceNumbers);
}
