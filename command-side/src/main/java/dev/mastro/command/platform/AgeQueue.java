package dev.mastro.command.platform;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Places that are taken for a while; of those who wait for one the oldest gets the next. */
final class AgeQueue {

    private final int longest;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiter> waiting = new PriorityQueue<>();
    private int free;

    /** Somebody who came at a {@link System#nanoTime} and is called when it is his turn. */
    private static final class Waiter implements Comparable<Waiter> {

        private final long since;
        private final Condition turn;
        private boolean served;

        private Waiter(long since, Condition turn) {
            this.since = since;
            this.turn = turn;
        }

        @Override
        public int compareTo(Waiter other) {
            return Long.compare(since - other.since, 0);
        }
    }

    /**
     * With so many places.
     *
     * @param longest so many may wait, and who would be next
     */
    AgeQueue(int places, int longest) {
        this.free = places;
        this.longest = longest;
    }

    /**
     * Whether a place is the caller's now; he has to release it.
     *
     * @param age of his request; the oldest is served first, so a lost race costs nobody his turn
     * @param atMost how long to wait, when no place is free
     */
    boolean take(Duration age, Duration atMost) throws InterruptedException {
        long since = System.nanoTime() - age.toNanos();
        lock.lockInterruptibly();
        try {
            if (free > 0) {
                free--;
                return true;
            }
            return atMost.isPositive() && hasRoom(since) && isServed(since, atMost.toNanos());
        } finally {
            lock.unlock();
        }
    }

    /** Hands a place over to the oldest who waits, so that nobody comes in between. */
    void release() {
        lock.lock();
        try {
            Waiter next = waiting.poll();
            if (next == null) {
                free++;
            } else {
                next.served = true;
                next.turn.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(long since) {
        return waiting.size() < longest || since - waiting.element().since < 0;
    }

    private boolean isServed(long since, long atMostNanos) throws InterruptedException {
        Waiter waiter = new Waiter(since, lock.newCondition());
        waiting.add(waiter);
        long left = atMostNanos;
        try {
            while (!waiter.served && left > 0) {
                left = waiter.turn.awaitNanos(left);
            }
            return waiter.served;
        } catch (InterruptedException e) {
            if (waiter.served) {
                release();
            }
            throw e;
        } finally {
            waiting.remove(waiter);
        }
    }
}
