package dev.mastro.command.closing;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.ledger.Actor;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.books.BooksClosed;
import dev.mastro.shared.books.BooksEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** When the books may be closed, and by whom. */
final class ClosingDecisions {

    /**
     * Where a day lasts longest: while it is still that day there, facts of it are no late ones.
     */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private ClosingDecisions() {}

    /** What closing the month records: nothing if that was done before. */
    static List<BooksEvent> close(
            CloseBooks command,
            Optional<YearMonth> closedThrough,
            long missing,
            Actor actor,
            Instant now) {
        requireFinance(actor);
        requireOver(command.month(), now);
        boolean closed = closedThrough.filter(last -> !last.isBefore(command.month())).isPresent();
        if (closed) {
            return List.of();
        }
        requireComplete(missing);
        return List.of(
                new BooksClosed(
                        BooksEvent.ID, command.month(), LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }

    /** The books are those of all sellers, so no seller's policy says who closes them. */
    private static void requireFinance(Actor actor) {
        if (actor.role() != ActorRole.FINANCE) {
            throw Rejection.NOT_ALLOWED.because(
                    "Only finance closes the books.",
                    Map.of("role", actor.role().name().toLowerCase(Locale.ROOT)));
        }
    }

    /** What is posted after the closing stands in a later month, so nothing may be left. */
    private static void requireComplete(long missing) {
        if (missing > 0) {
            throw Rejection.BOOKS_INCOMPLETE.because(
                    "The books lack facts that could not be posted.",
                    Map.of("missing", missing),
                    "Let the letters of the journal be projected first.");
        }
    }

    private static void requireOver(YearMonth month, Instant now) {
        Instant over = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(LAST);
        if (now.isBefore(over)) {
            throw Rejection.MONTH_NOT_OVER.because(
                    "The month is not over everywhere.",
                    Map.of("month", month.toString(), "overAt", over),
                    "Close it once it is over in every time zone.");
        }
    }
}
