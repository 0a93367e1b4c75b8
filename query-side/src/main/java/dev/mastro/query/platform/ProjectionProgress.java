package dev.mastro.query.platform;

import org.jspecify.annotations.Nullable;

/**
 * How far a projection is: {@code lag} is the distance to the end of the log in positions, {@code
 * rebuild} is there while it reads the log for the second time.
 */
record ProjectionProgress(
        String name,
        Condition status,
        long position,
        long head,
        long lag,
        @Nullable Rebuild rebuild,
        @Nullable String failure) {

    /** Whether it works. */
    enum Condition {
        /** It follows the log. */
        RUNNING,
        /** It reads the log again from the beginning. */
        REBUILDING,
        /** An event could not be handled; it is tried again and again, and nothing after it. */
        FAILED,
        /** Nobody runs it in this process. */
        STOPPED
    }

    /** A rebuild is done when {@code position} has reached {@code until}. */
    record Rebuild(long position, long until, int percent) {

        private static final int WHOLE = 100;

        static Rebuild of(long position, long until) {
            return new Rebuild(position, until, Math.toIntExact(position * WHOLE / until));
        }
    }
}
