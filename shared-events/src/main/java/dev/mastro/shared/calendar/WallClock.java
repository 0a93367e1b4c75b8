package dev.mastro.shared.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where local dates and instants meet: the account's time zone decides (billing.md C1, C11). */
public final class WallClock {

    private WallClock() {}

    /** The local date at which a command accepted at {@code instant} counts. */
    public static LocalDate dateAt(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The first instant of {@code date}: later than midnight where the clock skips it. */
    public static Instant startOf(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    /**
     * The same local clock time one calendar month later: clamped to the month's length, moved
     * forward out of a gap, the earlier offset where the hour repeats (billing.md C11).
     */
    public static Instant oneMonthAfter(Instant bought, ZoneId zone) {
        return bought.atZone(zone)
                .toLocalDateTime()
                .plusMonths(1)
                .atZone(zone)
                .withEarlierOffsetAtOverlap()
                .toInstant();
    }
}
