package dev.mastro.query.journal;

import dev.mastro.query.platform.MalformedRequest;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.Parameters;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is asked of the books. Today is the date in UTC, since books have many zones. */
@Component
class BooksRequests {

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private final Clock clock;

    BooksRequests(Clock clock) {
        this.clock = clock;
    }

    /** The parameters of a journal, as they were sent. */
    record Range(
            @Nullable String from,
            @Nullable String to,
            @Nullable String knownAt,
            @Nullable String after,
            @Nullable String limit) {}

    LocalDate asOf(@Nullable String asOf) {
        return orToday(Parameters.date("asOf", asOf));
    }

    JournalQuery query(Range range) {
        LocalDate from = Parameters.date("from", range.from());
        LocalDate to = orToday(Parameters.date("to", range.to()));
        if (from != null && from.isAfter(to)) {
            throw new MalformedRequest("from", from.toString(), "no later than " + to);
        }
        return JournalQuery.between(from == null ? BEGINNING : from, to)
                .knownAt(knownAt(range.knownAt()));
    }

    static @Nullable Instant knownAt(@Nullable String knownAt) {
        return Parameters.instant("knownAt", knownAt);
    }

    static Optional<CurrencyUnit> currency(@Nullable String currency) {
        try {
            return Optional.ofNullable(currency).map(CurrencyUnit::of);
        } catch (IllegalCurrencyException _) {
            throw new MalformedRequest(
                    "currency", String.valueOf(currency), "an ISO 4217 currency code");
        }
    }

    static void refuseUnknownFormat(String format) {
        if (!format.equals("json")) {
            throw new MalformedRequest("format", format, "json, csv or hledger");
        }
    }

    static int limit(Range range) {
        return PageRequest.of(range.limit(), null).limit();
    }

    static JournalCursor cursor(Range range) {
        String after = range.after();
        if (after == null) {
            return JournalCursor.START;
        }
        try {
            return JournalCursor.parse(after);
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new MalformedRequest("after", after, "the value of \"next\" of an earlier page");
        }
    }

    private LocalDate orToday(@Nullable LocalDate date) {
        return date == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : date;
    }
}
