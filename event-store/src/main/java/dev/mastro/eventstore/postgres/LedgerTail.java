package dev.mastro.eventstore.postgres;

import dev.mastro.eventstore.seal.Nudge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest events, read and decoded once for all readers of this process. Who is further behind
 * reads for itself until it gets here; positions have no holes, so it is easy to tell who is.
 */
final class LedgerTail implements AutoCloseable {

    /** What one look at the database brings, at most. */
    static final int PAGE = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(LedgerTail.class);

    private static final int KEPT = 8 * PAGE;
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);

    private final LedgerStorageEngine engine;
    private final Nudge sealed = new Nudge();
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable TrackedEventMessage<?>[] newest = new TrackedEventMessage<?>[KEPT];
    private long first;
    private long last;
    private @Nullable Thread reader;
    private volatile boolean closed;

    LedgerTail(LedgerStorageEngine engine) {
        this.engine = engine;
    }

    /** Says that there may be new positions. */
    void sealed() {
        sealed.give();
    }

    /** Calls {@code action} whenever there are new events. */
    void tell(Runnable action) {
        begin();
        waiting.add(action);
    }

    void tellNoMore(Runnable action) {
        waiting.remove(action);
    }

    /** The events that follow {@code position}, or none when there are none yet. */
    List<TrackedEventMessage<?>> after(long position) {
        begin();
        lock.lock();
        try {
            if (position >= last) {
                return List.of();
            }
            if (position >= first) {
                return kept(position, Math.min(last, position + PAGE));
            }
        } finally {
            lock.unlock();
        }
        return engine.page(position, PAGE);
    }

    private List<TrackedEventMessage<?>> kept(long after, long upTo) {
        List<TrackedEventMessage<?>> events = new ArrayList<>((int) (upTo - after));
        for (long position = after + 1; position <= upTo; position++) {
            TrackedEventMessage<?> event = newest[(int) (position % KEPT)];
            if (event == null) {
                throw new IllegalStateException("nothing was kept at position " + position);
            }
            events.add(event);
        }
        return events;
    }

    /** The first reader makes it begin: a process without readers reads nothing. */
    private void begin() {
        lock.lock();
        try {
            if (reader == null && !closed) {
                last = engine.lastPosition();
                first = last;
                reader = Thread.ofPlatform().daemon().name("ledger-tail").start(this::follow);
            }
        } finally {
            lock.unlock();
        }
    }

    private void follow() {
        while (!closed) {
            try {
                if (!advance()) {
                    sealed.await(LOOK_ANYWAY);
                }
            } catch (RuntimeException e) {
                LOG.warn("the tail of the log was not read and is read again: {}", e.getMessage());
                LOG.debug("the tail of the log was not read", e);
                sealed.await(LOOK_ANYWAY);
            }
        }
    }

    /** Whether there may be more at once. */
    private boolean advance() {
        List<TrackedEventMessage<?>> page = engine.page(last, PAGE);
        if (page.isEmpty()) {
            return false;
        }
        page.forEach(LedgerTail::decode);
        keep(page);
        waiting.forEach(this::tellSafely);
        return page.size() == PAGE;
    }

    /** Decodes before the event is shared. What cannot be decoded fails again where it is read. */
    private static void decode(TrackedEventMessage<?> event) {
        try {
            event.getPayload();
        } catch (RuntimeException e) {
            LOG.debug("left to its readers: {}", event.getIdentifier(), e);
        }
    }

    private void keep(List<TrackedEventMessage<?>> page) {
        lock.lock();
        try {
            for (TrackedEventMessage<?> event : page) {
                last++;
                newest[(int) (last % KEPT)] = event;
            }
            first = Math.max(first, last - KEPT);
        } finally {
            lock.unlock();
        }
    }

    /** A reader that has stopped between its last look and this one wants no more news. */
    private void tellSafely(Runnable action) {
        try {
            action.run();
        } catch (RejectedExecutionException e) {
            waiting.remove(action);
        }
    }

    @Override
    public void close() {
        closed = true;
        sealed.give();
    }
}
