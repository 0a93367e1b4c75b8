package dev.mastro.query.journal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The closings that came before a batch, by their places in the log. */
record ClosedBooks(List<Closing> closings) {

    record Closing(long position, LocalDate openFrom) {}

    /** The first open day for what counts from a day that was closed; null where it was open. */
    @Nullable LocalDate postponed(LocalDate day, long position) {
        LocalDate latest = null;
        for (Closing closing : closings) {
            if (closing.position() < position
                    && closing.openFrom().isAfter(latest == null ? day : latest)) {
                latest = closing.openFrom();
            }
        }
        return latest;
    }
}
