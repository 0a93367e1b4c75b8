package dev.mastro.query.platform;

import dev.mastro.shared.LedgerEvent;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/** A fact with what the log knows about it. Metadata is read only when somebody asks for it. */
public final class RecordedEvent {

    private final EventMessage<?> message;
    private final LedgerEvent event;
    private final long position;

    private RecordedEvent(EventMessage<?> message, LedgerEvent event, long position) {
        this.message = message;
        this.event = event;
        this.position = position;
    }

    /**
     * The fact in {@code message} at {@code position} of the log.
     *
     * @throws IllegalStateException when the message holds no fact of the ledger
     */
    public static RecordedEvent of(EventMessage<?> message, long position) {
        if (message.getPayload() instanceof LedgerEvent event) {
            return new RecordedEvent(message, event, position);
        }
        throw new IllegalStateException("not an event of the ledger: " + message.getPayloadType());
    }

    /** What happened. */
    public LedgerEvent event() {
        return event;
    }

    /** Its place in the log: unique, and growing within an account. */
    public long position() {
        return position;
    }

    /** Its place among the facts of its aggregate, from 0. */
    public long sequence() {
        if (message instanceof DomainEventMessage<?> domainEvent) {
            return domainEvent.getSequenceNumber();
        }
        throw new IllegalStateException("of no aggregate: " + message.getIdentifier());
    }

    /** The unique identifier of the stored message. */
    public String eventId() {
        return message.getIdentifier();
    }

    /** When it was recorded: the second time axis (billing.md C15). */
    public Instant recordedAt() {
        return message.getTimestamp();
    }

    /** A value of the audit trail, for example {@code actor} or {@code onBehalfOf}. */
    public Optional<String> trail(String key) {
        return Optional.ofNullable(message.getMetaData().get(key)).map(Object::toString);
    }
}
