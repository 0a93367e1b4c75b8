package dev.mastro.command.closing;

import dev.mastro.command.facts.Facts;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.books.BooksClosed;
import dev.mastro.shared.books.BooksEvent;
import java.time.YearMonth;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The books as far as they are closed; there is one of it, from the first closing on. */
@Aggregate(type = "Books", cache = "aggregateCache", lockFactory = "aggregateLocks")
class ClosedBooks {

    @SuppressWarnings("UnusedVariable") // Axon reads it.
    @AggregateIdentifier
    private AccountId id;

    private YearMonth through;

    /** Axon replays events into this. */
    @SuppressWarnings("NullAway") // The first event sets every field.
    ClosedBooks() {}

    @EventSourcingHandler
    void on(BooksEvent event) {
        id = event.accountId();
        through =
                switch (event) {
                    case BooksClosed closed -> closed.month();
                };
    }

    void record(BooksEvent event) {
        Facts.apply(event, event.accountId());
    }

    /** The last month that is closed. */
    YearMonth through() {
        return through;
    }
}
