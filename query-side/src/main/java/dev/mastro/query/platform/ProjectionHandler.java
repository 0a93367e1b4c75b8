package dev.mastro.query.platform;

import dev.mastro.eventstore.TrackingTokens;
import dev.mastro.eventstore.UnreadableEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Collects the events of a batch in its unit of work and hands them over when it prepares to
 * commit: after the token was stored, in the same transaction. To have the token first means that a
 * reader that has lost its claim is refused before it writes.
 */
final class ProjectionHandler implements EventMessageHandler {

    private final Projection projection;
    private final Handover handover;
    private final CommitSignal signal;
    private final ProjectionFailures failures;
    private final String key;

    ProjectionHandler(
            Projection projection,
            Handover handover,
            CommitSignal signal,
            ProjectionFailures failures) {
        this.projection = projection;
        this.handover = handover;
        this.signal = signal;
        this.failures = failures;
        this.key = "projection-" + projection.name();
    }

    String name() {
        return projection.name();
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        if (message.getPayload() instanceof UnreadableEvent unreadable) {
            return unreadable.concerns(projection::reads);
        }
        return projection.reads(message.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return payloadType == UnreadableEvent.class || projection.reads(payloadType);
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        long position = positionOf(message);
        List<EventMessage<?>> events = batch.getOrComputeResource(key, _ -> begin(batch, position));
        events.add(message);
        return null;
    }

    /** Read models are rebuilt beside, and reactions never read a fact again. */
    @Override
    public boolean supportsReset() {
        return false;
    }

    private List<EventMessage<?>> begin(UnitOfWork<?> batch, long first) {
        List<EventMessage<?>> events = new ArrayList<>();
        int segment = segmentOf(batch);
        batch.onPrepareCommit(_ -> handover.handOver(projection, List.copyOf(events)));
        batch.onRollback(failed ->
                failures.failed(
                        name(), segment, first, failed.getExecutionResult().getExceptionResult()));
        batch.afterCommit(_ -> {
            failures.succeeded(name(), segment);
            signal.raise();
        });
        return events;
    }

    private int segmentOf(UnitOfWork<?> batch) {
        Integer segment = batch.getResource("Processor[" + name() + "]/SegmentId");
        return segment == null ? 0 : segment;
    }

    private static long positionOf(EventMessage<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked) {
            return TrackingTokens.position(tracked.trackingToken());
        }
        throw new IllegalStateException("not from the log: " + message.getIdentifier());
    }
}
