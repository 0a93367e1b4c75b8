package dev.mastro.eventstore;

import java.time.Duration;

/**
 * The read models as the deciding side sees them: whether they have caught up. The reading side
 * brings the bean; where there is none, the two sides run in different processes.
 */
@FunctionalInterface
public interface ReadModels {

    /**
     * Waits until every read model has seen the events up to and including this position of the
     * log; see {@link LogPosition}.
     *
     * @return false when {@code atMost} went by first
     */
    boolean await(long position, Duration atMost);
}
