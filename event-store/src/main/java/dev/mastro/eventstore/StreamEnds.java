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
     * Tells whether no stream of {@code account} has grown beyond the sequence number given. When
     * the current unit of work adds to the log this is asked again, while all other processes that
     * decide about the account wait.
     */
    boolean areAt(String account, Map<String, Long> sequenceNumbers);
}
