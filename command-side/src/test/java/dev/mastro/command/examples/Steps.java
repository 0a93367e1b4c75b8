package dev.mastro.command.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.credit.CreditCommands;
import dev.mastro.command.credit.CreditDecisions;
import dev.mastro.command.dunning.CollectInvoice;
import dev.mastro.command.dunning.DunningDecisions;
import dev.mastro.command.dunning.EndForNonPayment;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.ordering.OrderDecision;
import dev.mastro.command.ordering.PlaceOrder;
import dev.mastro.command.ordering.PreviewOrder;
import dev.mastro.command.ordering.Quote;
import dev.mastro.command.ordering.QuoteToken;
import dev.mastro.command.payment.Payment;
import dev.mastro.command.payment.PaymentDecisions;
import dev.mastro.command.payment.Proposal;
import dev.mastro.command.payment.ReceivePayment;
import dev.mastro.command.payment.Settling;
import dev.mastro.command.renewal.RenewalDecision;
import dev.mastro.command.subscription.SubscriptionCommands;
import dev.mastro.command.subscription.SubscriptionDecisions;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.account.OrderId;
import dev.mastro.shared.account.PaymentTerms;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.subscription.SubscriptionId;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What can be done on one date. */
public final class Steps {

    private final BookFixture fixture;

    Steps(BookFixture fixture) {
        this.fixture = fixture;
    }

    /** Starts one subscription, paid at once where the account pays by card. */
    @CanIgnoreReturnValue
    public Step start(String product, BillingCycle cycle, int licences) {
        return order(Changes.start(product, cycle, licences));
    }

    /** Sets the total of licences of the only subscription. */
    @CanIgnoreReturnValue
    public Step total(int licences) {
        return order(Changes.total(fixture.subscription(), licences));
    }

    /** Moves the only subscription to another product. */
    @CanIgnoreReturnValue
    public Step product(String product, @Nullable Integer licences) {
        return order(Changes.product(fixture.subscription(), product, licences));
    }

    /** Moves the only subscription to another billing cycle. */
    @CanIgnoreReturnValue
    public Step cycle(BillingCycle cycle) {
        return order(Changes.cycle(fixture.subscription(), cycle, null));
    }

    /** What an order would do. Asking leaves no trace (billing.md R000-15). */
    public Quote preview(OrderChange... changes) {
        Book before = fixture.book();
        Quote quote =
                OrderDecision.preview(
                        new PreviewOrder(BookFixture.ACCOUNT, List.of(changes), null, null),
                        before,
                        fixture.circumstances());
        assertThat(fixture.book()).isEqualTo(before);
        return quote;
    }

    /** Previews and places; every order of every example equals its preview (billing.md C14). */
    @CanIgnoreReturnValue
    public Step order(OrderChange... changes) {
        Quote quote = preview(changes);
        Step step =
                place(
                        QuoteToken.parse(quote.token(), BookFixture.ACCOUNT),
                        pay(quote.amounts().due()),
                        changes);
        assertThat(step.due()).isEqualTo(Step.text(quote.amounts().due()));
        assertThat(step.invoiced()).isEqualTo(Step.text(quote.amounts().total()));
        return step;
    }

    /** Places an order that rests on a quote, or on none, with what the gateway said. */
    @CanIgnoreReturnValue
    public Step place(@Nullable QuoteToken quote, Payment payment, OrderChange... changes) {
        PlaceOrder command = placing(quote, payment, changes);
        return fixture.accepted((book, at) -> decided(OrderDecision.place(command, book, at)));
    }

    /** The refusal of an order that the account would pay for. */
    public Refusal refuse(OrderChange... changes) {
        return refuse(null, Payment.none(), changes);
    }

    public Refusal refuse(@Nullable QuoteToken quote, Payment payment, OrderChange... changes) {
        PlaceOrder command = placing(quote, payment, changes);
        return fixture.refused((book, at) -> decided(OrderDecision.place(command, book, at)));
    }

    /** Ends the periods that end today; renewals are paid where the account pays by card. */
    @CanIgnoreReturnValue
    public Step periodEnd() {
        return fixture.accepted((book, at) -> {
            Draft draft = RenewalDecision.decide(book, at);
            Money due = dueOnRenewal(draft, at);
            if (pay(due).outcome() == Payment.Outcome.AUTHORISED) {
                Settling.settle(draft, renewalInvoice(draft, at), pay(due), at);
            }
            return draft;
        });
    }

    /** Ends the periods that end today; the card is declined. */
    @CanIgnoreReturnValue
    public Step periodEndUnpaid() {
        return fixture.accepted((book, at) -> {
            Draft draft = RenewalDecision.decide(book, at);
            if (dueOnRenewal(draft, at).isPositive()) {
                Settling.miss(draft, renewalInvoice(draft, at), "declined", at);
            }
            return draft;
        });
    }

    @CanIgnoreReturnValue
    public Step collect(InvoiceId invoice, Payment payment) {
        CollectInvoice command = new CollectInvoice(BookFixture.ACCOUNT, invoice, today(), payment);
        return fixture.accepted((book, at) -> decided(DunningDecisions.collect(command, book, at)));
    }

    /** The facts of a decision that has all the money it needs. */
    public static Draft decided(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Decided(var draft) -> draft;
            case Proposal.Unpaid unpaid -> throw new AssertionError("to be paid first: " + unpaid);
        };
    }

    /** Ends every paid service for non-payment, as support decides. */
    @CanIgnoreReturnValue
    public Step downgrade() {
        return end(ActorRole.SUPPORT, null);
    }

    /** Ends every paid service if the dunning plan says so. */
    @CanIgnoreReturnValue
    public Step plannedDowngrade() {
        return end(ActorRole.SYSTEM, today());
    }

    /** Money arrives for one invoice. */
    @CanIgnoreReturnValue
    public Step pay(InvoiceId invoice, String amount) {
        return receive(amount, invoice, null);
    }

    @CanIgnoreReturnValue
    public Step receive(String amount, @Nullable InvoiceId invoice, @Nullable String valueDate) {
        ReceivePayment command =
                new ReceivePayment(
                        BookFixture.ACCOUNT,
                        fixture.money(amount),
                        invoice,
                        "transfer-" + fixture.history().size(),
                        valueDate == null ? null : LocalDate.parse(valueDate),
                        PaymentWay.BANK_TRANSFER);
        return fixture.accepted((book, at) -> PaymentDecisions.receive(command, book, at));
    }

    @CanIgnoreReturnValue
    public Step credit(CreditCommands command) {
        return fixture.accepted((book, at) -> CreditDecisions.decide(command, book, at));
    }

    public Refusal refuse(CreditCommands command) {
        return fixture.refused((book, at) -> CreditDecisions.decide(command, book, at));
    }

    @CanIgnoreReturnValue
    public Step subscription(SubscriptionCommands command) {
        return fixture.accepted((book, at) -> SubscriptionDecisions.decide(command, book, at));
    }

    public Refusal refuse(SubscriptionCommands command) {
        return fixture.refused((book, at) -> SubscriptionDecisions.decide(command, book, at));
    }

    @CanIgnoreReturnValue
    public Step cancel() {
        return subscription(
                new SubscriptionCommands.RequestCancellation(
                        BookFixture.ACCOUNT, fixture.subscription().id(), "TOO_EXPENSIVE"));
    }

    @CanIgnoreReturnValue
    public Step reactivate() {
        return subscription(
                new SubscriptionCommands.Reactivate(
                        BookFixture.ACCOUNT, fixture.subscription().id()));
    }

    /** Gives licences of the only subscription to so many users. */
    public void assign(int users) {
        SubscriptionId id = fixture.subscription().id();
        for (int i = 1; i <= users; i++) {
            subscription(
                    new SubscriptionCommands.AssignLicence(BookFixture.ACCOUNT, id, "user-" + i));
        }
    }

    /** What the gateway says to a card that is good for what is due. */
    public Payment pay(Money due) {
        AccountState account = fixture.book().account();
        boolean byCard = account.profile().paymentTerms() == PaymentTerms.CARD;
        return byCard && due.isPositive()
                ? Payment.authorised("card-" + fixture.history().size(), due)
                : Payment.none();
    }

    private PlaceOrder placing(
            @Nullable QuoteToken quote, Payment payment, OrderChange... changes) {
        OrderId id =
                new OrderId(
                        DerivedIds.of(
                                BookFixture.ACCOUNT.value(), "order-" + fixture.history().size()));
        return new PlaceOrder(
                BookFixture.ACCOUNT, id, List.of(changes), quote, null, null, payment);
    }

    private Step end(ActorRole role, @Nullable LocalDate agreedOn) {
        EndForNonPayment command = new EndForNonPayment(BookFixture.ACCOUNT, agreedOn);
        fixture.by(role);
        Step step = fixture.accepted((book, at) -> DunningDecisions.end(command, book, at));
        fixture.by(ActorRole.OWNER);
        return step;
    }

    private LocalDate today() {
        return fixture.circumstances().today();
    }

    private static InvoiceId renewalInvoice(Draft draft, Circumstances at) {
        return RenewalDecision.invoiceOf(draft.book(), at.today());
    }

    private static Money dueOnRenewal(Draft draft, Circumstances at) {
        AccountState account = draft.book().account();
        return account.receivables().outstandingOf(renewalInvoice(draft, at), account.currency());
    }
}
