package dev.mastro.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Variants;
import dev.mastro.command.ledger.Life.Act;
import dev.mastro.shared.account.AccountOpened;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** billing.md 5.3 over whole lives of accounts, of every kind of seller and payment terms. */
class BookProperties {

    private static final int LIVELY = 5;

    private static final List<Supplier<BookFixture>> ACCOUNTS =
            List.of(
                    BookFixture::zoom,
                    BookFixture::zoomOnInvoice,
                    BookFixture::goTo,
                    Variants::goToUnlockingOnOrder,
                    Variants::goToKeepingTheAnchor,
                    () -> Variants.allAtOnceIn("IT"),
                    () -> italian("zoom"),
                    () -> italian("goto"));

    @Property
    void the_books_hold_at_every_moment(
            @ForAll("kinds") int kind, @ForAll("lives") List<Act> acts) {
        BookFixture account = ACCOUNTS.get(kind).get();
        Life life = new Life(account);
        Invariants invariants = new Invariants(account);

        life.act(new Act(0, 0, acts.size()));
        for (Act act : acts) {
            life.act(act);
            invariants.hold();
        }

        assertThat(replayed(account)).isEqualTo(account.book());
        Statistics.label("commands that took effect")
                .collect(life.accepted() >= LIVELY)
                .coverage(lives -> lives.check(true).percentage(share -> share > 50));
    }

    private static Book replayed(BookFixture account) {
        var history = account.history();
        Book book = Book.opened((AccountOpened) history.getFirst());
        for (var event : history.subList(1, history.size())) {
            book = book.after(event);
        }
        return book;
    }

    private static BookFixture italian(String seller) {
        return new BookFixture(
                BookFixture.seller(seller),
                BookFixture.onInvoice(BookFixture.profile(seller, "IT", "EUR", "Europe/Rome")));
    }

    @Provide
    Arbitrary<Integer> kinds() {
        return Arbitraries.integers().between(0, ACCOUNTS.size() - 1);
    }

    @Provide
    Arbitrary<List<Act>> lives() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 19),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 40))
                .as(Act::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }
}
