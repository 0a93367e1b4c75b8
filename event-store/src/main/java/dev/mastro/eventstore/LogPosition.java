package dev.mastro.eventstore;

import java.util.OptionalLong;

/**
 * Where the event log ends, and where a command's own events ended up in it. A reader that has
 * covered such a position ({@link TrackingTokens#covers}) has seen those events.
 */
public interface LogPosition {

    /** The position of the last committed event, or 0 when the log is empty. */
    long head();

    /**
     * The position of the last event that the command with this message identifier has committed,
     * when this process committed it a short while ago. Empty when the command recorded nothing,
     * was handled elsewhere or is long gone: then wait for {@link #head()}.
     *
     * <p>All events of one command become visible together, so to have covered the last one is to
     * have covered all of them.
     */
    OptionalLong appendedBy(String commandIdentifier);
}
