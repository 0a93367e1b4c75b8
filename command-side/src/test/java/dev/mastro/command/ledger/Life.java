package dev.mastro.command.ledger;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.credit.CreditCommands;
import dev.mastro.command.debt.DebtCommands;
import dev.mastro.command.debt.DebtCommands.VoidInvoice;
import dev.mastro.command.debt.DebtCommands.WriteOffInvoice;
import dev.mastro.command.debt.DebtDecisions;
import dev.mastro.command.dispute.DisputeCommands;
import dev.mastro.command.dispute.DisputeCommands.LoseDispute;
import dev.mastro.command.dispute.DisputeCommands.OpenDispute;
import dev.mastro.command.dispute.DisputeCommands.WinDispute;
import dev.mastro.command.dispute.DisputeDecisions;
import dev.mastro.command.dunning.DunningDecisions;
import dev.mastro.command.dunning.EndForNonPayment;
import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Changes;
import dev.mastro.command.examples.Steps;
import dev.mastro.command.ordering.OrderDecision;
import dev.mastro.command.ordering.PlaceOrder;
import dev.mastro.command.ordering.PreviewOrder;
import dev.mastro.command.ordering.Quote;
import dev.mastro.command.refund.CancelAndRefundDecision;
import dev.mastro.command.refund.RefundPayment;
import dev.mastro.command.refund.RefundPaymentDecision;
import dev.mastro.command.subscription.CancelAndRefund;
import dev.mastro.command.subscription.SubscriptionCommands;
import dev.mastro.command.subscription.SubscriptionDecisions;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.account.OrderId;
import dev.mastro.shared.account.RefundId;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.joda.money.Money;

/** Lives an account through commands picked by numbers; those that are refused do nothing. */
final class Life {

    /** One thing to do, and with what. */
    record Act(int kind, int first, int second) {}

    private static final List<String> PRODUCTS =
            List.of(
                    "pro",
                    "business",
                    "webinar-500",
                    "webinar-1000",
                    "large-meeting",
                    "webinar-500-once");

    private static final List<BillingCycle> CYCLES =
            List.of(BillingCycle.MONTHLY, BillingCycle.MONTHLY, BillingCycle.ANNUAL);

    private final BookFixture account;
    private LocalDate today = LocalDate.parse("2024-01-31");
    private int accepted;

    Life(BookFixture account) {
        this.account = account;
    }

    void act(Act act) {
        switch (act.kind()) {
            case 0, 1 -> order(start(act));
            case 2, 3 -> onOne(act, one -> order(Changes.total(one, 1 + act.second())));
            case 4 -> onOne(act, one -> order(Changes.product(one, product(act), null)));
            case 5 -> onOne(act, one -> order(Changes.cycle(one, cycle(act), null)));
            case 6 -> onOne(act, this::cancel);
            case 7 -> onOne(act, this::reactivate);
            case 8 -> receive(act);
            case 9 -> goodwill(act);
            case 10 -> downgrade();
            case 14 -> onOne(act, one -> use(act, one));
            case 15 -> onOne(act, this::cancelAndRefund);
            case 16 -> onPayment(act, reference -> refund(act, reference));
            case 17 -> onPayment(act, reference -> dispute(act, reference));
            case 18 ->
                    onInvoice(act, id -> giveUp(new WriteOffInvoice(BookFixture.ACCOUNT, id, "x")));
            case 19 -> onInvoice(act, id -> giveUp(new VoidInvoice(BookFixture.ACCOUNT, id, "x")));
            default -> pass(act);
        }
    }

    int accepted() {
        return accepted;
    }

    private static OrderChange start(Act act) {
        String product = product(act);
        BillingCycle cycle = product.endsWith("-once") ? BillingCycle.ONE_MONTH : cycle(act);
        return Changes.start(product, cycle, 1 + act.second());
    }

    private static String product(Act act) {
        return PRODUCTS.get(act.first() % PRODUCTS.size());
    }

    private static BillingCycle cycle(Act act) {
        return CYCLES.get((act.first() + act.second()) % CYCLES.size());
    }

    private void onOne(Act act, Consumer<SubscriptionState> what) {
        List<SubscriptionState> live = account.book().live();
        if (!live.isEmpty()) {
            what.accept(live.get(act.first() % live.size()));
        }
    }

    /** Previews, pays what is due, and places; the preview must have told the truth. */
    private void order(OrderChange change) {
        Steps steps = account.on(today);
        Optional<Quote> quote = quote(change);
        if (quote.isEmpty()) {
            return;
        }
        int before = account.history().size();
        PlaceOrder command =
                new PlaceOrder(
                        BookFixture.ACCOUNT,
                        new OrderId(id("order")),
                        List.of(change),
                        null,
                        null,
                        null,
                        steps.pay(quote.get().amounts().due()));
        decide((book, at) -> Steps.decided(OrderDecision.place(command, book, at)));
        if (account.history().size() == before) {
            throw new AssertionError("previewed and then refused: " + change);
        }
    }

    private Optional<Quote> quote(OrderChange change) {
        PreviewOrder command = new PreviewOrder(BookFixture.ACCOUNT, List.of(change), null, null);
        try {
            return Optional.of(
                    OrderDecision.preview(command, account.book(), account.circumstances()));
        } catch (RuleViolation refused) {
            return Optional.empty();
        }
    }

    private void cancel(SubscriptionState one) {
        subscription(
                new SubscriptionCommands.RequestCancellation(
                        BookFixture.ACCOUNT, one.id(), "OTHER"));
    }

    private void reactivate(SubscriptionState one) {
        subscription(new SubscriptionCommands.Reactivate(BookFixture.ACCOUNT, one.id()));
    }

    private void subscription(SubscriptionCommands command) {
        var _ = account.on(today);
        decide((book, at) -> SubscriptionDecisions.decide(command, book, at));
    }

    /** What is owed, or some other amount. */
    private void receive(Act act) {
        String owed = account.owed();
        boolean all = act.first() % 4 != 0 && !owed.equals("0.00");
        account.on(today).receive(all ? owed : act.second() + "." + (10 + act.first()), null, null);
        accepted++;
    }

    private void goodwill(Act act) {
        account.by(ActorRole.SUPPORT);
        account.on(today)
                .credit(
                        new CreditCommands.GrantGoodwill(
                                BookFixture.ACCOUNT,
                                new GrantId(id("grant")),
                                account.money((1 + act.second()) + ".37"),
                                "SORRY",
                                act.first() % 2 == 0,
                                act.first() % 3 == 0 ? null : today.plusDays(act.second())));
        account.by(ActorRole.OWNER);
        accepted++;
    }

    private void downgrade() {
        account.by(ActorRole.SUPPORT);
        var _ = account.on(today);
        EndForNonPayment command = new EndForNonPayment(BookFixture.ACCOUNT, null);
        decide((book, at) -> DunningDecisions.end(command, book, at));
        account.by(ActorRole.OWNER);
    }

    private void use(Act act, SubscriptionState one) {
        Instant usedAt = today.minusDays(act.second()).atTime(9, 0).toInstant(ZoneOffset.UTC);
        subscription(new SubscriptionCommands.RecordUsage(BookFixture.ACCOUNT, one.id(), usedAt));
    }

    private void cancelAndRefund(SubscriptionState one) {
        var _ = account.on(today);
        CancelAndRefund command = new CancelAndRefund(BookFixture.ACCOUNT, one.id(), "OTHER");
        decide((book, at) -> CancelAndRefundDecision.decide(command, book, at));
    }

    private void onPayment(Act act, Consumer<String> what) {
        List<String> references = List.copyOf(account.book().payments().keySet());
        if (!references.isEmpty()) {
            account.by(ActorRole.FINANCE);
            var _ = account.on(today);
            what.accept(references.get(act.second() % references.size()));
            account.by(ActorRole.OWNER);
        }
    }

    /** Some of the payment, or all that a payment of that size could have left. */
    private void refund(Act act, String reference) {
        Money paid = account.book().payment(reference).orElseThrow().left();
        Money amount = act.first() % 2 == 0 ? paid : account.money(act.second() + ".31");
        RefundPayment command =
                new RefundPayment(
                        BookFixture.ACCOUNT, reference, new RefundId(id("refund")), amount, "x");
        decide((book, at) -> RefundPaymentDecision.decide(command, book, at));
    }

    private void dispute(Act act, String reference) {
        DisputeCommands command =
                account.book().payment(reference).orElseThrow().dispute() == null
                        ? new OpenDispute(BookFixture.ACCOUNT, reference, null)
                        : act.first() % 2 == 0
                                ? new WinDispute(BookFixture.ACCOUNT, reference)
                                : new LoseDispute(BookFixture.ACCOUNT, reference);
        decide((book, at) -> DisputeDecisions.decide(command, book, at));
    }

    private void onInvoice(Act act, Consumer<InvoiceId> what) {
        List<InvoiceId> ids = List.copyOf(account.book().invoices().keySet());
        if (!ids.isEmpty()) {
            account.by(ActorRole.FINANCE);
            var _ = account.on(today);
            what.accept(ids.get(act.second() % ids.size()));
            account.by(ActorRole.OWNER);
        }
    }

    private void giveUp(DebtCommands command) {
        decide((book, at) -> DebtDecisions.decide(command, book, at));
    }

    /** Days go by; what falls due on the way is done, paid by some and missed by others. */
    private void pass(Act act) {
        LocalDate until = today.plusDays(1 + act.second());
        Optional<LocalDate> next = boundary();
        while (next.isPresent() && !next.get().isAfter(until)) {
            Steps steps = account.on(next.get());
            if (act.first() % 2 == 0) {
                steps.periodEnd();
            } else {
                steps.periodEndUnpaid();
            }
            next = boundary();
        }
        today = until;
    }

    private Optional<LocalDate> boundary() {
        return account.book().live().stream()
                .map(one -> one.line().period().end())
                .min(Comparator.naturalOrder());
    }

    private void decide(BiFunction<Book, Circumstances, Draft> deciding) {
        if (account.decide(deciding) instanceof Decision.Accepted(var events, _)) {
            events.forEach(account::take);
            accepted++;
        }
    }

    private UUID id(String what) {
        return DerivedIds.of(BookFixture.ACCOUNT.value(), what + account.history().size());
    }
}
