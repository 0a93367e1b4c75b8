package dev.mastro.query.paper;

import dev.mastro.shared.LedgerEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/** A stored fact, and the command that it came with. */
public record Told<E extends LedgerEvent>(E event, @Nullable String command) {

    /** The fact in a stored message. */
    public static <E extends LedgerEvent> Told<E> of(DomainEventMessage<?> message, Class<E> type) {
        Object command = message.getMetaData().get("commandId");
        return new Told<>(
                type.cast(message.getPayload()), command == null ? null : command.toString());
    }

    /** Whether one command caused both. */
    public boolean cameWith(Told<?> other) {
        return command != null && command.equals(other.command);
    }
}
