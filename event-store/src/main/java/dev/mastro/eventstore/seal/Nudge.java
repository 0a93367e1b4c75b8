package dev.mastro.eventstore.seal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
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

    /** Whether there was a telling before the time was over or the thread was interrupted. */
    @CanIgnoreReturnValue
    public boolean await(Duration atMost) {
        try {
            boolean told = given.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
            given.drainPermits();
            return told;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
