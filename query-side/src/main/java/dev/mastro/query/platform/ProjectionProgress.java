package dev.mastro.query.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a projection is: {@code lag} is the distance to the end of the log in positions, {@code
 * rebuild} the last time that it was built again beside its live tables, {@code letters} the number
 * of events that it has put aside because it could not handle them.
 */
public record ProjectionProgress(
        String name,
        Condition status,
        long position,
        long head,
        long lag,
        @Nullable Rebuild rebuild,
        long letters,
        @Nullable String failure) {

    /** Whether it works. */
    public enum Condition {
        /** It follows the log. */
        RUNNING,
        /** It follows the log, and is built again beside it. */
        REBUILDING,
        /** A batch could not be written, which will pass; it is tried again and again. */
        FAILED,
        /** Nobody runs it in this process. */
        STOPPED
    }

    /**
     * A rebuild: read up to {@code position}, to be read at least {@code until} there before its
     * tables can take the place of the live ones. {@code differing} rows of the live tables were
     * not what the log says; it is there when the rebuild is finished.
     */
    public record Rebuild(
            Stage state,
            long position,
            long until,
            int percent,
            Instant requestedAt,
            @Nullable Instant finishedAt,
            @Nullable Long differing,
            @Nullable String failure) {

        /** Whether its tables are still to come. */
        boolean isUnderWay() {
            return state == Stage.REQUESTED || state == Stage.RUNNING;
        }
    }

    /** How far a rebuild is. */
    public enum Stage {
        /** Waits for a process that has nothing else to rebuild. */
        REQUESTED,
        /** Reads the log; a process that dies is replaced by another one. */
        RUNNING,
        /** Its tables are the live ones. */
        FINISHED,
        /** The live tables stay; the reason is told. */
        FAILED
    }
}
