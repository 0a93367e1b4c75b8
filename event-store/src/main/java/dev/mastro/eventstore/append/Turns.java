package dev.mastro.eventstore.append;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets one writer after the other talk to the server: two at once would share the units that wait,
 * and each batch would be half as large. A turn ends before the flush, so the next writer works
 * while the last one waits for the disk.
 */
final class Turns {

    private final AtomicReference<Turn> last = new AtomicReference<>(new Turn());
    private final Duration longest;

    /** After {@code longest} who comes next goes on beside a turn that has not ended. */
    Turns(Duration longest) {
        this.longest = longest;
        last.get().end();
    }

    /** Waits for the end of the turn before, and of no other. */
    Turn next() {
        Turn mine = new Turn();
        try {
            var _ = last.getAndSet(mine).hasEnded(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return mine;
    }

    /** The turn of one writer. */
    static final class Turn {

        private final CountDownLatch end = new CountDownLatch(1);

        private boolean hasEnded(Duration within) throws InterruptedException {
            return end.await(within.toNanos(), TimeUnit.NANOSECONDS);
        }

        /** As often as one likes. */
        void end() {
            end.countDown();
        }
    }
}
