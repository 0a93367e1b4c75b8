package dev.mastro.command.platform;

import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Something that one has at a time; of those who wait for it the oldest gets it. */
final class AgeQueue {

    /** So many may wait, or one hot account would take all threads; and who would be next. */
    private static final int LONGEST = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiter> waiting = new PriorityQueue<>();
    private boolean held;

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

    /** Whether it is the caller's now; at once if it is free, else within so long. */
    boolean take(long since, long atMostNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!held) {
                held = true;
                return true;
            }
            return atMostNanos > 0 && hasRoom(since) && isServed(since, atMostNanos);
        } finally {
            lock.unlock();
        }
    }

    /** Hands it over to the oldest who waits, so that nobody comes in between. */
    void release() {
        lock.lock();
        try {
            Waiter next = waiting.poll();
            held = next != null;
            if (next != null) {
                next.served = true;
                next.turn.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(long since) {
        return waiting.size() < LONGEST || since - waiting.element().since < 0;
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
