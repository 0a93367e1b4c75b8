package dev.mastro.eventstore.seal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells one thread that there may be something to do; many tellings count as one. */
public final class Nudge {

    private final Semaphore given = new Semaphore(0);

    /** Wakes the thread that waits, or lets the next wait return at once. */
    public void give() {
        if (given.availablePermits() == 0) {
            given.release();
        }
    }

    /** Waits for a telling, or until the time is over or the thread is interrupted. */
    public void await(Duration atMost) {
        try {
            if (given.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                given.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
