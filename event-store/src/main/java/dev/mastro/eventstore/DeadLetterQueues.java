package dev.mastro.eventstore;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** The events that were put aside, in {@code dead_letter_entry}. */
@FunctionalInterface
public interface DeadLetterQueues {

    /** The queue of one event processor. */
    SequencedDeadLetterQueue<EventMessage<?>> of(String processor);
}
