package dev.mastro.query.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An entry as finance reads it. A derived entry is revenue earned by days served (P10): no fact
 * recorded it, the position is that of the fact that opened its line. {@code date} is when it is
 * posted: the service date, or the first open day where that month was closed already.
 */
record JournalItem(
        LocalDate date,
        LocalDate serviceDate,
        String event,
        boolean derived,
        long position,
        Instant recordedAt,
        String accountId,
        @Nullable String document,
        List<Line> postings) {

    /** Whether its own month was closed when it was recorded. */
    boolean isLate() {
        return !date.equals(serviceDate);
    }

    /** One posting of the entry. */
    record Line(int line, Side side, String code, String name, String key, Money amount) {}
}
