package dev.mastro.eventstore;

import java.time.Duration;
import java.util.OptionalLong;

/** Where the event log ends. Positions are counted from 1 and have no holes. */
public interface LogPosition {

    /** The last position that readers can read, or 0 when there is none. */
    long head();

    /**
     * The same, once every event that was committed before this call has its position. Empty when
     * that took longer than {@code atMost}.
     */
    OptionalLong settledHead(Duration atMost);
}
