package dev.mastro.shared.books;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import java.time.YearMonth;
import org.axonframework.serialization.Revision;

/**
 * The books are closed for {@code month} and all months before it: what is recorded later is posted
 * in the first month that is open, whatever day it counts from (billing.md 5.2).
 */
@Revision("1")
public record BooksClosed(AccountId accountId, YearMonth month, LocalDate effectiveOn)
        implements BooksEvent {

    /** The first day on which facts recorded later are posted. */
    public LocalDate openFrom() {
        return month.plusMonths(1).atDay(1);
    }
}
