package dev.mastro.eventstore.append;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one writer after the other talk to the server: two at once would share the units that wait,
 * and each batch would be half as large. A turn ends before the flush, so the next writer works
 * while the last one waits for the disk.
 */
final class Turns {

    private final Semaphore free = new Semaphore(1);
    private final Duration longest;

    /** After {@code longest} the next one does not wait for the end of a turn any more. */
    Turns(Duration longest) {
        this.longest = longest;
    }

    /** Waits for a turn; there is always one, be it beside that of somebody slow. */
    Turn next() {
        try {
            return new Turn(free.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Turn(false);
        }
    }

    /** The turn of one writer. */
    final class Turn {

        private final AtomicBoolean isHeld;

        private Turn(boolean isHeld) {
            this.isHeld = new AtomicBoolean(isHeld);
        }

        /** As often as one likes. */
        void end() {
            if (isHeld.compareAndSet(true, false)) {
                free.release();
            }
        }
    }
}
