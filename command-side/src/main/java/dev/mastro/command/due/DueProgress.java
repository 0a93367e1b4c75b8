package dev.mastro.command.due;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How far a billing run has come; its workers count here. */
public final class DueProgress {

    private static final long NO_RUN = 0;

    private final long run;
    private final AtomicLong due = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicReference<@Nullable String> error = new AtomicReference<>();

    /** Progress of the run with this number. */
    public DueProgress(long run) {
        this.run = run;
    }

    /** Progress of what is done outside of runs. */
    static DueProgress ofNoRun() {
        return new DueProgress(NO_RUN);
    }

    boolean isOfRun() {
        return run != NO_RUN;
    }

    public long run() {
        return run;
    }

    /** How many items were due, as far as is known. */
    public long due() {
        return Math.max(due.get(), done.get() + failed.get());
    }

    public long done() {
        return done.get();
    }

    public long failed() {
        return failed.get();
    }

    /** Why the first failed item failed. */
    public @Nullable String error() {
        return error.get();
    }

    void expect(long more) {
        due.set(done.get() + failed.get() + more);
    }

    void didOne() {
        done.incrementAndGet();
    }

    void failedOnce(String why) {
        failed.incrementAndGet();
        error.compareAndSet(null, why);
    }
}
