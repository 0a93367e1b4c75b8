package dev.mastro.eventstore.postgres;

import dev.mastro.eventstore.TrackingTokens;
import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.seal.Nudge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Nudge news = new Nudge();
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable TrackedEventMessage<?>[] newest = new TrackedEventMessage<?>[KEPT];
    private long first;
    private ChainLink last = ChainLink.START;
    private @Nullable Thread reader;
    private volatile boolean closed;

    LedgerTail(LedgerStorageEngine engine) {
        this.engine = engine;
    }

    /** Says that there may be new positions. */
    void sealed() {
        news.give();
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
            long end = last.position();
            if (position >= end) {
                return List.of();
            }
            if (position >= first) {
                return kept(position, Math.min(end, position + PAGE));
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
                beginAtTheEnd();
                reader = Thread.ofPlatform().daemon().name("ledger-tail").start(this::follow);
            }
        } finally {
            lock.unlock();
        }
    }

    private void beginAtTheEnd() {
        last = engine.lastLink();
        first = last.position();
    }

    private void follow() {
        while (!closed) {
            try {
                if (!advance() && !news.await(LOOK_ANYWAY)) {
                    tellAll();
                }
            } catch (RuntimeException | Error e) {
                LOG.error("the tail of the log was not read and is read again", e);
                news.await(LOOK_ANYWAY);
            }
        }
    }

    /** Whether there may be more at once. */
    private boolean advance() {
        List<TrackedEventMessage<?>> page = engine.page(last.position(), PAGE);
        if (page.isEmpty()) {
            return false;
        }
        List<ChainLink> links = engine.links(last.position(), last.position() + page.size());
        if (!links.getFirst().equals(last)) {
            forget();
            return true;
        }
        keep(page, links.getLast());
        tellAll();
        return page.size() == PAGE;
    }

    /** Also every second in which nothing happens: a reader that has failed tries again then. */
    private void tellAll() {
        waiting.forEach(LedgerTail::tellSafely);
    }

    /** The database has lost what was read from it, as a standby may that took over too early. */
    private void forget() {
        LOG.error("the log has changed behind {}: what was kept of it is forgotten", last);
        lock.lock();
        try {
            beginAtTheEnd();
        } finally {
            lock.unlock();
        }
    }

    private void keep(List<TrackedEventMessage<?>> page, ChainLink end) {
        lock.lock();
        try {
            long position = last.position();
            for (TrackedEventMessage<?> event : page) {
                position++;
                requirePosition(position, event);
                newest[(int) (position % KEPT)] = event;
            }
            last = end;
            first = Math.max(first, position - KEPT);
        } finally {
            lock.unlock();
        }
    }

    private static void requirePosition(long expected, TrackedEventMessage<?> event) {
        long position = TrackingTokens.position(event.trackingToken());
        if (position != expected) {
            throw new IllegalStateException(
                    "position %d where %d was expected".formatted(position, expected));
        }
    }

    /** A reader that stops between its last look and this one is told in vain. */
    private static void tellSafely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.debug("a reader was not told", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        news.give();
    }
}
