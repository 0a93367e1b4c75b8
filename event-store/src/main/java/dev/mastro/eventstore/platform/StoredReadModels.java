package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.ReadModels;
import dev.mastro.eventstore.StoredTokens;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The read models of other processes that use the same database: they have caught up when their
 * stored positions have. A reader whom an event does not concern stores its position a little
 * later, so this takes longer than it would inside one process.
 */
final class StoredReadModels implements ReadModels {

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final StoredTokens tokens;

    StoredReadModels(StoredTokens tokens) {
        this.tokens = tokens;
    }

    /** False at once when nobody has ever read the log here. */
    @Override
    public boolean await(long position, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        List<StoredTokens.Entry> readers = tokens.all();
        while (!readers.isEmpty()) {
            if (readers.stream().allMatch(reader -> reader.position() >= position)) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(Math.min(left, LOOK_EVERY_NANOS));
            readers = tokens.all();
        }
        return false;
    }
}
