package dev.mastro.eventstore.append;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * An event as it will be stored; made by the thread that decided it, not by the one that writes.
 */
final class EventRow {

    private final DomainEventMessage<?> event;
    private final String recordedAt;
    private final SerializedObject<byte[]> payload;
    private final SerializedObject<byte[]> metadata;

    EventRow(DomainEventMessage<?> event, Serializer serializer) {
        this.event = event;
        this.recordedAt = event.getTimestamp().toString();
        this.payload = event.serializePayload(serializer, byte[].class);
        this.metadata = event.serializeMetaData(serializer, byte[].class);
    }

    String aggregateType() {
        return event.getType();
    }

    String aggregateId() {
        return event.getAggregateIdentifier();
    }

    long sequenceNumber() {
        return event.getSequenceNumber();
    }

    String eventId() {
        return event.getIdentifier();
    }

    String recordedAt() {
        return recordedAt;
    }

    String payloadType() {
        return payload.getType().getName();
    }

    String revision() {
        return payload.getType().getRevision();
    }

    byte[] payload() {
        return payload.getData();
    }

    byte[] metadata() {
        return metadata.getData();
    }
}
