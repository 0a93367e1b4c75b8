package dev.mastro.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Variants;
import dev.mastro.command.ledger.Life.Act;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.invoice.LineNetted;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** billing.md 5.3 over whole lives of accounts, of every kind of seller and payment terms. */
class BookProperties {

    private static final int LIVELY = 5;
    private static final int GIFTS = 8;

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
        Life life = live(kind, acts);

        Statistics.label("commands that took effect")
                .collect(life.accepted() >= LIVELY)
                .coverage(lives -> lives.check(true).percentage(share -> share > 50));
    }

    /** Credit of a surplus settles a line, is netted, given back, and its payment disputed. */
    @Example
    void a_surplus_that_went_along_with_a_line_is_taken_back_once() {
        Act start = new Act(0, 0, 0);
        Act surplus = new Act(8, 0, 0);
        Act downgrade = new Act(10, 0, 0);
        Act dispute = new Act(17, 0, 1);
        Act another = new Act(0, 1, 9);
        Act more = new Act(2, 1, 10);

        Life life =
                live(
                        0,
                        List.of(
                                start, start, start, start, start, surplus, another, more,
                                downgrade, dispute));

        assertThat(life.accepted()).isEqualTo(6);
    }

    /** Its line ends while the dispute is open; a gift had settled more of the line. */
    @Example
    void a_surplus_that_was_taken_back_does_not_come_back_with_its_line() {
        Act start = new Act(0, 0, 0);
        Act surplus = new Act(8, 0, 0);
        Act gift = new Act(9, 1, 0);
        Act downgrade = new Act(10, 0, 0);
        Act dispute = new Act(17, 0, 0);

        Life life = live(1, List.of(downgrade, surplus, gift, start, dispute, downgrade, dispute));

        assertThat(life.accepted()).isEqualTo(8);
    }

    private static Life live(int kind, List<Act> acts) {
        BookFixture account = ACCOUNTS.get(kind).get();
        Life life = new Life(account);
        Invariants invariants = new Invariants(account);

        life.act(new Act(0, 0, acts.size()));
        for (Act act : acts) {
            life.act(act);
            invariants.hold();
        }

        assertThat(replayed(account)).isEqualTo(account.book());
        return life;
    }

    /** billing.md RF-3: most of what is paid here is a gift, and lines change all the time. */
    @Property
    void a_gift_never_becomes_money_however_its_line_is_changed(
            @ForAll("kinds") int kind, @ForAll("changes") List<Act> acts) {
        BookFixture account = ACCOUNTS.get(kind).get();
        Life life = new Life(account);
        Invariants invariants = new Invariants(account);

        for (int i = 0; i < GIFTS; i++) {
            life.act(gift(40 - i));
        }
        life.act(new Act(0, 0, 2));
        for (Act act : acts) {
            life.act(act);
            invariants.hold();
        }

        Statistics.label("credit that a line took along")
                .collect(carries(account))
                .coverage(lives -> lives.check(true).percentage(share -> share > 20));
    }

    private static Act gift(int amount) {
        return new Act(9, 1, amount);
    }

    private static boolean carries(BookFixture account) {
        return account.history().stream()
                .anyMatch(event ->
                        event instanceof LineNetted netted
                                && netted.credit().stream().anyMatch(grant -> !grant.refundable()));
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
    Arbitrary<List<Act>> changes() {
        Arbitrary<Act> change =
                Combinators.combine(
                                Arbitraries.of(2, 3, 4, 5, 11, 12),
                                Arbitraries.integers().between(0, 11),
                                Arbitraries.integers().between(0, 40))
                        .as(Act::new);
        Arbitrary<Act> gift = Arbitraries.integers().between(0, 40).map(BookProperties::gift);
        return Arbitraries.frequencyOf(Tuple.of(3, change), Tuple.of(1, gift))
                .list()
                .ofMinSize(5)
                .ofMaxSize(20);
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
