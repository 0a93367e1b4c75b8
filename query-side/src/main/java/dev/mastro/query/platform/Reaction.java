package dev.mastro.query.platform;

import java.util.List;

/**
 * What answers to facts outside of the log. It begins with the facts that come after its first
 * start, is called with each of them once, in the transaction that moves its position, and is never
 * rebuilt: nothing may make the world outside happen twice.
 */
public interface Reaction {

    /** The name for people and for the log's positions: lower case, {@code [a-z-]+}. */
    String name();

    /** Whether events of this type concern it; asked before an event is read. */
    boolean reads(Class<?> eventType);

    /** Notes what is to be done; to do it is for later, outside of the transaction. */
    void react(List<RecordedEvent> events);
}
