package dev.mastro.eventstore.postgres;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.TrackingTokens;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** An event store whose readers share the tail of the log and are told at once when it grows. */
public final class LedgerEventStore extends EmbeddedEventStore {

    private static final Duration LONGEST_WAIT_FOR_POSITIONS = Duration.ofSeconds(10);

    private final LedgerTail tail;
    private final LogPosition log;
    private final Set<Runnable> afterAppend = new CopyOnWriteArraySet<>();

    /** A store over {@code engine}, with the other settings of {@code settings}. */
    public LedgerEventStore(LedgerStorageEngine engine, LogPosition log, Builder settings) {
        super(settings.storageEngine(engine));
        this.log = log;
        this.tail = new LedgerTail(engine);
    }

    /** Tells every reader to look again; a needless call costs one empty read. */
    public void sealed() {
        tail.sealed();
    }

    /** Calls {@code action} whenever this process has committed events. */
    public void afterAppend(Runnable action) {
        afterAppend.add(action);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        afterAppend.forEach(Runnable::run);
    }

    /** Behind everything that is committed now, whether it has a position yet or not. */
    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(
                log.settledHead(LONGEST_WAIT_FOR_POSITIONS)
                        .orElseThrow(
                                () -> new EventStoreException("events wait for their positions")));
    }

    /**
     * A stream that begins behind {@code from}.
     *
     * @throws EventStoreException when the log has never been that long: it is another log
     */
    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken from) {
        long position = TrackingTokens.position(from);
        long end = log.head();
        if (position > end) {
            throw new EventStoreException(
                    "a reader was at position %d of a log that ends at %d"
                            .formatted(position, end));
        }
        return new TailStream(tail, position);
    }

    @Override
    public void shutDown() {
        tail.close();
        super.shutDown();
    }
}
