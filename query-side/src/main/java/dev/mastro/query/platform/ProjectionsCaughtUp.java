package dev.mastro.query.platform;

import dev.mastro.eventstore.ReadModels;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Read-your-writes: waits until all projections have seen a position. A commit of this process
 * wakes it at once; it also looks by itself, because a segment that an event does not concern moves
 * on without a commit, and because other processes wake nobody here.
 */
@Component
public class ProjectionsCaughtUp implements ReadModels {

    private static final long LOOK_HERE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LOOK_ELSEWHERE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ProjectionReaders readers;
    private final CommitSignal signal;

    ProjectionsCaughtUp(ProjectionReaders readers, CommitSignal signal) {
        this.readers = readers;
        this.signal = signal;
    }

    @Override
    public boolean await(long position, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            ProjectionReaders.Here here = readers.here();
            if (here.cover(position) && (here.areAll() || readers.allCover(position))) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0
                    || !paused(
                            Math.min(
                                    left,
                                    here.areAll() ? LOOK_HERE_NANOS : LOOK_ELSEWHERE_NANOS))) {
                return false;
            }
        }
    }

    private boolean paused(long nanos) {
        try {
            signal.awaitNext(nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
