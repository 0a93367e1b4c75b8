package dev.mastro.eventstore.postgres;

import dev.mastro.eventstore.UnreadableEvent;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * Turns stored rows into events. One that cannot be read becomes an {@link UnreadableEvent}, so
 * that it hinders only the readers and the accounts that it concerns, and nobody passes over it.
 */
final class EventReader {

    /** From here on other threads are worth their cost; who follows the end reads a few. */
    private static final int MANY = 64;

    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final EventOwners owners;

    EventReader(Serializer serializer, EventUpcaster upcasters, EventOwners owners) {
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.owners = owners;
    }

    /** The events of these rows, decoded. */
    List<TrackedEventMessage<?>> read(List<? extends TrackedDomainEventData<?>> rows) {
        try {
            return decoded(rows);
        } catch (RuntimeException _) {
            return rows.stream().<TrackedEventMessage<?>>map(this::readAlone).toList();
        }
    }

    private TrackedEventMessage<?> readAlone(TrackedDomainEventData<?> row) {
        try {
            return decoded(List.of(row)).getFirst();
        } catch (RuntimeException e) {
            return unreadable(row, e);
        }
    }

    /** Decodes before the events are shared. */
    private List<TrackedEventMessage<?>> decoded(List<? extends TrackedDomainEventData<?>> rows) {
        List<TrackedEventMessage<?>> events =
                EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), serializer, upcasters)
                        .<TrackedEventMessage<?>>map(event -> event)
                        .toList();
        if (events.size() != rows.size()) {
            throw new EventStoreException(
                    "%d stored events have become %d".formatted(rows.size(), events.size()));
        }
        Stream<TrackedEventMessage<?>> each =
                events.size() < MANY ? events.stream() : events.parallelStream();
        each.forEach(TrackedEventMessage::getPayload);
        return events;
    }

    private TrackedEventMessage<?> unreadable(
            TrackedDomainEventData<?> row, RuntimeException cause) {
        String type = row.getPayload().getType().getName();
        UnreadableEvent event =
                new UnreadableEvent(
                        type,
                        owners.of(row),
                        "%s cannot be read: %s".formatted(type, cause.getMessage()));
        return new GenericTrackedDomainEventMessage<>(
                row.trackingToken(),
                new GenericDomainEventMessage<>(
                        row.getType(),
                        row.getAggregateIdentifier(),
                        row.getSequenceNumber(),
                        event,
                        MetaData.emptyInstance(),
                        row.getEventIdentifier(),
                        row.getTimestamp()));
    }
}
