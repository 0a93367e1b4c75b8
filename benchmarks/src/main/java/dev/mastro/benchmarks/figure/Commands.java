package dev.mastro.benchmarks.figure;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;

/** A command that records one fact on an account of its own. */
final class Commands implements AutoCloseable {

    private static final String NAME = "bench";

    private final CommandBus bus;
    private final Registration registration;

    Commands(CommandBus bus, EventStore events) {
        this.bus = bus;
        this.registration =
                bus.subscribe(
                        NAME,
                        _ -> {
                            events.publish(Store.fact());
                            return null;
                        });
    }

    /** Through the bus and into the log of Mastro. */
    static Commands of(Store store) {
        return new Commands(store.bean(CommandBus.class), store.bean(EventStore.class));
    }

    /** Returns when the fact is durable. */
    void send() {
        bus.dispatch(
                new GenericCommandMessage<>(new GenericMessage<>(NAME), NAME),
                (_, result) -> {
                    if (result.isExceptional()) {
                        throw new CommandExecutionException(
                                "a command failed", result.exceptionResult());
                    }
                });
    }

    @Override
    public void close() {
        registration.cancel();
    }
}
