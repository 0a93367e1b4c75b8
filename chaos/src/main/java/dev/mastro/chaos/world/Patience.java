package dev.mastro.chaos.world;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for facts, never for time alone. */
public final class Patience {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private Patience() {}

    /** Something that can be looked at. */
    @FunctionalInterface
    public interface Fact {
        /** Whether it is so by now. */
        boolean isTrue() throws Exception;
    }

    /** Waits until it is so; a look that fails counts as not yet. */
    public static void until(Duration atMost, String what, Fact fact) {
        if (!within(atMost, fact)) {
            throw new TooLate("not within %s s: %s".formatted(atMost.toSeconds(), what));
        }
    }

    /** Whether it came true in time. */
    public static boolean within(Duration atMost, Fact fact) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!holds(fact)) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            pause(LOOK_EVERY);
        }
        return true;
    }

    /** Lets time pass, where the length of a fault is what matters. */
    public static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static boolean holds(Fact fact) {
        try {
            return fact.isTrue();
        } catch (TooLate e) {
            throw e;
        } catch (Exception e) {
            return false;
        }
    }

    /** What was waited for did not come. */
    public static final class TooLate extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLate(String message) {
            super(message);
        }
    }
}
