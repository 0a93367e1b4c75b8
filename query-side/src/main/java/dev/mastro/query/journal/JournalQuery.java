package dev.mastro.query.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries: both dates included, of one account or of all. Revenue is cut to the same dates,
 * so that the entries are what changed between the trial balances of the day before {@code from}
 * and of {@code to}.
 */
record JournalQuery(
        LocalDate from,
        LocalDate to,
        @Nullable Instant knownAt,
        @Nullable UUID account,
        JournalCursor after,
        @Nullable Integer limit) {

    static JournalQuery between(LocalDate from, LocalDate to) {
        return new JournalQuery(from, to, null, null, JournalCursor.START, null);
    }

    JournalQuery knownAt(@Nullable Instant instant) {
        return new JournalQuery(from, to, instant, account, after, limit);
    }

    JournalQuery of(UUID oneAccount) {
        return new JournalQuery(from, to, knownAt, oneAccount, after, limit);
    }

    JournalQuery page(JournalCursor cursor, int size) {
        return new JournalQuery(from, to, knownAt, account, cursor, size);
    }
}
