package dev.mastro.query.platform;

import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;

/** A message that keeps its own position, whatever happens to the token of its reader. */
record PositionedEvent<T>(EventMessage<T> message, long position, TrackingToken trackingToken)
        implements TrackedEventMessage<T> {

    @Override
    public PositionedEvent<T> withTrackingToken(TrackingToken other) {
        return new PositionedEvent<>(message, position, other);
    }

    @Override
    public String getIdentifier() {
        return message.getIdentifier();
    }

    @Override
    public MetaData getMetaData() {
        return message.getMetaData();
    }

    @Override
    public T getPayload() {
        return message.getPayload();
    }

    @Override
    public Class<T> getPayloadType() {
        return message.getPayloadType();
    }

    @Override
    public Instant getTimestamp() {
        return message.getTimestamp();
    }

    @Override
    public PositionedEvent<T> withMetaData(Map<String, ?> metaData) {
        return new PositionedEvent<>(message.withMetaData(metaData), position, trackingToken);
    }

    @Override
    public PositionedEvent<T> andMetaData(Map<String, ?> metaData) {
        return new PositionedEvent<>(message.andMetaData(metaData), position, trackingToken);
    }
}
