package dev.mastro.eventstore.postgres;

import dev.mastro.eventstore.TrackingTokens;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/** An event store whose readers share the tail of the log and are told at once when it grows. */
public final class LedgerEventStore extends EmbeddedEventStore {

    private final LedgerTail tail;
    private final Set<Runnable> afterAppend = new CopyOnWriteArraySet<>();

    /** A store over {@code engine}, with the other settings of {@code settings}. */
    public LedgerEventStore(LedgerStorageEngine engine, Builder settings) {
        super(settings.storageEngine(engine));
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

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken from) {
        return new TailStream(tail, TrackingTokens.position(from));
    }

    @Override
    public void shutDown() {
        tail.close();
        super.shutDown();
    }
}
