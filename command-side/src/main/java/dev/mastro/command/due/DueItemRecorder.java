package dev.mastro.command.due;

import dev.mastro.command.catalog.Seller;
import dev.mastro.command.catalog.Sellers;
import dev.mastro.command.facts.Fact;
import dev.mastro.command.facts.FactsListener;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.work.BookAfter;
import dev.mastro.eventstore.append.SideRows;
import dev.mastro.eventstore.append.SideTable;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Keeps the index of due items in step with the log: what a command changes shares its fate. */
@Component
class DueItemRecorder implements FactsListener {

    private final SideRows sideRows;
    private final SideTable<DueChanges> changed;
    private final Captures captures;
    private final Sellers sellers;
    private final Clock clock;

    DueItemRecorder(
            DueItemTable table,
            SideRows sideRows,
            Captures captures,
            Sellers sellers,
            Clock clock) {
        this.sideRows = sideRows;
        this.changed = table::change;
        this.captures = captures;
        this.sellers = sellers;
        this.clock = clock;
    }

    @Override
    public void recorded(List<Fact> facts, CommandMessage<?> command) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        BookAfter.of(unitOfWork).ifPresent(book -> record(facts, book, unitOfWork.root()));
    }

    private void record(List<Fact> facts, Book book, UnitOfWork<?> unitOfWork) {
        Seller seller = sellers.find(book.account().profile().seller()).orElseThrow();
        DueChanges changes =
                DueChanges.after(
                        facts.stream().map(Fact::event).toList(),
                        book,
                        seller::policyOn,
                        clock.instant());
        if (!changes.isEmpty()) {
            sideRows.add(changed, changes);
        }
        changes.wanted().stream()
                .filter(item -> item.kind() == DueKind.CAPTURE)
                .forEach(item -> unitOfWork.afterCommit(u -> captures.soon(item.subject())));
    }
}
