package dev.mastro.eventstore.seal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One thread that works as long as it is wanted. */
public final class BackgroundThread {

    private final String name;
    private final Duration longestStop;
    private volatile boolean wanted;
    private @Nullable Thread thread;

    /**
     * A thread of this name.
     *
     * @param longestStop how long {@link #stop} waits for its end
     */
    public BackgroundThread(String name, Duration longestStop) {
        this.name = name;
        this.longestStop = longestStop;
    }

    /** Begins the work, which goes on while {@link #isWanted}: it is so before the thread looks. */
    public synchronized void start(Runnable work) {
        wanted = true;
        thread = Thread.ofPlatform().daemon().name(name).start(work);
    }

    /** Says that nobody wants it any longer, wakes it, and waits for its end: false if in vain. */
    public synchronized boolean stop(Runnable wake) {
        wanted = false;
        wake.run();
        try {
            return thread == null || thread.join(longestStop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Wakes it from whatever it waits for. */
    public synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Whether it shall go on. */
    public boolean isWanted() {
        return wanted;
    }
}
