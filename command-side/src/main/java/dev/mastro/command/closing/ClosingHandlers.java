package dev.mastro.command.closing;

import dev.mastro.command.ledger.Actor;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.command.work.Outcome;
import dev.mastro.shared.books.BooksEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Closes the books; the first closing makes their aggregate. */
@Component
class ClosingHandlers {

    private final Repository<ClosedBooks> books;
    private final IncompleteBooks incomplete;
    private final Clock clock;

    ClosingHandlers(
            Repository<ClosedBooks> closedBooksRepository,
            IncompleteBooks incomplete,
            Clock clock) {
        this.books = closedBooksRepository;
        this.incomplete = incomplete;
        this.clock = clock;
    }

    /** The books after the command. */
    record Period(YearMonth month, YearMonth closedThrough, LocalDate openFrom) {}

    @CommandHandler
    Outcome handle(CloseBooks command, MetaData metaData) throws Exception {
        Optional<Aggregate<ClosedBooks>> known = load();
        Optional<YearMonth> through = known.map(one -> one.invoke(ClosedBooks::through));
        Actor actor = Actor.parse(String.valueOf(metaData.get("actor")));
        List<BooksEvent> facts;
        try {
            facts =
                    ClosingDecisions.close(
                            command, through, incomplete.missing(), actor, clock.instant());
        } catch (RuleViolation violation) {
            return new Outcome.Refused(violation.refusal());
        }
        for (BooksEvent fact : facts) {
            record(known, fact);
        }
        YearMonth closed = facts.isEmpty() ? through.orElseThrow() : command.month();
        return new Outcome.Done(
                command.successStatus(),
                Map.of(
                        "period",
                        new Period(command.month(), closed, closed.plusMonths(1).atDay(1))));
    }

    private Optional<Aggregate<ClosedBooks>> load() {
        try {
            return Optional.of(books.load(BooksEvent.ID.toString()));
        } catch (AggregateNotFoundException _) {
            return Optional.empty();
        }
    }

    private void record(Optional<Aggregate<ClosedBooks>> known, BooksEvent fact) throws Exception {
        if (known.isPresent()) {
            known.get().execute(one -> one.record(fact));
        } else {
            var _ = books.newInstance(() -> first(fact));
        }
    }

    private static ClosedBooks first(BooksEvent fact) {
        ClosedBooks one = new ClosedBooks();
        one.record(fact);
        return one;
    }
}
