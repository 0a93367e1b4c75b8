package dev.mastro.eventstore.append;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The writers of a process. While they wait for the disk, the units of work that come meanwhile
 * gather, and go into the next transaction together: the more is going on, the fewer flushes each
 * command costs. Nobody waits for others to come. Who comes while nobody writes is a writer itself,
 * and saves two changes of threads.
 */
final class GroupCommit implements AutoCloseable {

    /** While one waits for the disk, the other lets the server do the next. */
    private static final int WRITERS = 2;

    /** Who takes longer waits for another process, and that is no reason for others to wait. */
    private static final Duration LONGEST_TURN = Duration.ofMillis(20);

    private static final int MOST_UNITS = 256;
    private static final int MOST_EVENTS = 4_000;

    private final BatchAppend batches;
    private final Queue<AppendUnit> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(WRITERS);
    private final Turns turns = new Turns(LONGEST_TURN);
    private final ExecutorService writers =
            Executors.newFixedThreadPool(
                    WRITERS, Thread.ofPlatform().daemon().name("log-writer-", 1).factory());

    GroupCommit(BatchAppend batches) {
        this.batches = batches;
    }

    /** Returns when the unit is on disk. */
    void append(AppendUnit unit) {
        if (isQuiet() && places.tryAcquire()) {
            write(List.of(unit), turns.next());
        } else {
            handOver(unit);
        }
        unit.await();
    }

    /** An interrupt closes the connection of a virtual thread, and spoils the waiting of others. */
    private boolean isQuiet() {
        Thread sender = Thread.currentThread();
        return places.availablePermits() == WRITERS
                && waiting.isEmpty()
                && !writers.isShutdown()
                && !sender.isVirtual()
                && !sender.isInterrupted();
    }

    private void handOver(AppendUnit unit) {
        waiting.add(unit);
        try {
            writers.execute(this::writeBatch);
        } catch (RejectedExecutionException e) {
            if (waiting.remove(unit)) {
                throw new EventStoreException("the log is closed", e);
            }
        }
    }

    /** Writes what has been handed over, and takes no more. */
    @Override
    public void close() {
        writers.close();
    }

    private void writeBatch() {
        places.acquireUninterruptibly();
        if (waiting.isEmpty()) {
            places.release();
        } else {
            Turns.Turn turn = turns.next();
            write(next(), turn);
        }
    }

    /** In a place that was taken, which is free again afterwards. */
    private void write(List<AppendUnit> units, Turns.Turn turn) {
        try {
            if (!units.isEmpty()) {
                batches.append(units, turn::end);
            }
        } finally {
            turn.end();
            places.release();
            units.forEach(unit -> unit.failed(new EventStoreException("the writer failed")));
        }
    }

    private List<AppendUnit> next() {
        List<AppendUnit> units = new ArrayList<>();
        int events = 0;
        while (units.size() < MOST_UNITS && events < MOST_EVENTS) {
            AppendUnit unit = waiting.poll();
            if (unit == null) {
                break;
            }
            units.add(unit);
            events += unit.events().size();
        }
        return units;
    }
}
