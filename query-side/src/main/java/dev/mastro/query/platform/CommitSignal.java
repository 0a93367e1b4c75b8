package dev.mastro.query.platform;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Wakes whoever waits for projections, whenever one of this process has committed a batch. */
@Component
final class CommitSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();
    private long commits;

    void raise() {
        lock.lock();
        try {
            commits++;
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns after the next commit, and at the latest when the time is over. */
    void awaitNext(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long seen = commits;
            long left = nanos;
            while (commits == seen && left > 0) {
                left = committed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
