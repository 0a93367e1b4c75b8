package dev.mastro.command.ordering;

import dev.mastro.command.catalog.ChangePolicy.Mode;
import dev.mastro.command.document.Closing;
import dev.mastro.command.document.CreditNotes;
import dev.mastro.command.document.CreditSpending;
import dev.mastro.command.document.InvoiceDraft;
import dev.mastro.command.document.Invoicing;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.account.OrderId;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.calendar.WallClock;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.ChangeScheduled;
import dev.mastro.shared.subscription.ClosedLine;
import dev.mastro.shared.subscription.CycleSwitched;
import dev.mastro.shared.subscription.LicencesAdjusted;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.ProductChanged;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What an order does to an account, the same for its preview and its commit (billing.md C14). It
 * ends with the invoice issued and credit spent; what is due then is somebody else's to collect.
 */
public final class Ordering {

    private final Draft draft;
    private final Circumstances circumstances;
    private final OrderPlan plan;

    private Ordering(Draft draft, Circumstances circumstances, OrderPlan plan) {
        this.draft = draft;
        this.circumstances = circumstances;
        this.plan = plan;
    }

    /** Judges the changes and adds everything that follows from them to the draft. */
    public static void order(
            Draft draft, OrderId orderId, List<OrderChange> changes, Circumstances circumstances) {
        Book book = draft.book();
        OrderingRules.requireActorMayOrder(book, circumstances);
        requireNoRenewalDue(book, circumstances.today());
        requireNothingBilledAfter(book, circumstances.today());
        List<PlannedChange> planned =
                new ChangePlanning(book, circumstances).plan(changes, orderId.value());
        OrderingRules.requireNoBlockingInvoices(book, circumstances);
        OrderingRules.requireTerms(book, circumstances);
        OrderPlan plan = OrderPlan.of(orderId.value(), planned, book, circumstances);
        new Ordering(draft, circumstances, plan).apply(orderId);
    }

    private void apply(OrderId orderId) {
        InvoiceDraft invoice = plan.invoice();
        draft.add(
                new OrderPlaced(
                        account(),
                        orderId,
                        plan.changes().stream().map(PlannedChange::subscriptionId).toList(),
                        invoice == null ? null : invoice.invoiceId(),
                        circumstances.pricedBy(),
                        circumstances.today()));
        new CreditNotes(draft, circumstances, CreditNoteReason.PLAN_CHANGED, orderId.value())
                .giveBack(plan.creditNoted());
        if (invoice != null) {
            Invoicing.issue(draft, invoice, circumstances);
        }
        plan.changes().forEach(this::change);
        if (invoice != null) {
            CreditSpending.onNewInvoice(draft, invoice.invoiceId(), circumstances);
            keepOnlyTheFall(invoice.invoiceId());
        }
    }

    /**
     * Where the fall in price stays on the account, it alone does: the rest of what was given back
     * pays for what goes on, whether or not credit is spent by itself (billing.md GT-3).
     */
    private void keepOnlyTheFall(InvoiceId invoice) {
        if (plan.changes().stream().noneMatch(one -> one.mode() == Mode.KEEP_ANCHOR_CREDIT)) {
            return;
        }
        CurrencyUnit currency = draft.book().account().currency();
        Money granted =
                draft.events().stream()
                        .filter(CreditGranted.class::isInstance)
                        .map(event -> ((CreditGranted) event).grant().amount())
                        .reduce(Money.zero(currency), Money::plus);
        Money due = draft.book().account().receivables().outstandingOf(invoice, currency);
        CreditSpending.spend(
                draft, invoice, due.isGreaterThan(granted) ? granted : due, circumstances);
    }

    private void change(PlannedChange change) {
        if (!change.isImmediate()) {
            schedule(change);
        } else if (change.before() == null) {
            start(change);
        } else {
            changeNow(change, change.before());
        }
    }

    private void schedule(PlannedChange change) {
        SubscriptionState before = Objects.requireNonNull(change.before());
        if (change.isWithdrawal()) {
            withdraw(before);
            return;
        }
        draft.add(
                new ChangeScheduled(
                        before.id(),
                        account(),
                        change.to(),
                        before.line().period().end(),
                        circumstances.today()));
    }

    private void withdraw(SubscriptionState subscription) {
        draft.add(new PendingChangeWithdrawn(subscription.id(), account(), circumstances.today()));
    }

    private void start(PlannedChange change) {
        draft.add(
                new SubscriptionStarted(
                        change.subscriptionId(),
                        account(),
                        change.to(),
                        plan.anchorOf(change),
                        opened(change),
                        change.to().cycle().renews() ? null : expiry(),
                        circumstances.today()));
    }

    /** What was agreed on an earlier date was bought at no clock time known: at its first. */
    private Instant expiry() {
        ZoneId zone = draft.book().account().profile().timeZone();
        LocalDate today = circumstances.today();
        boolean accepted = WallClock.dateAt(circumstances.now(), zone).equals(today);
        Instant bought = accepted ? circumstances.now() : WallClock.startOf(today, zone);
        return WallClock.oneMonthAfter(bought, zone);
    }

    private void changeNow(PlannedChange change, SubscriptionState before) {
        if (before.pending() != null) {
            withdraw(before);
        }
        draft.add(changed(change, before));
    }

    private LedgerEvent changed(PlannedChange change, SubscriptionState before) {
        SubscriptionId id = before.id();
        AccountId account = account();
        SubscribedProduct from = before.product();
        SubscribedProduct to = change.to();
        LocalDate today = circumstances.today();
        LocalDate anchor = plan.anchorOf(change);
        ClosedLine closed = Closing.of(before, today, time()).closed();
        ActiveLine opened = opened(change);
        if (from.cycle() != to.cycle()) {
            return new CycleSwitched(id, account, from, to, anchor, closed, opened, today);
        }
        if (!from.product().equals(to.product())) {
            return new ProductChanged(id, account, from, to, anchor, closed, opened, today);
        }
        return new LicencesAdjusted(id, account, from, to, anchor, closed, opened, today);
    }

    private ActiveLine opened(PlannedChange change) {
        return Objects.requireNonNull(plan.invoice()).activeLineOf(change.subscriptionId());
    }

    private LocalTime time() {
        return circumstances.time(draft.book().account().profile().timeZone());
    }

    private AccountId account() {
        return draft.book().account().id();
    }

    /** Whatever falls due is run first, so that no order prices a period that is over. */
    private static void requireNoRenewalDue(Book book, LocalDate today) {
        book.live().forEach(one -> AccountRules.requireNoRenewalDue(one, today));
    }

    /** Days that were billed, or given back, are not billed again by an order from the past. */
    private static void requireNothingBilledAfter(Book book, LocalDate today) {
        for (SubscriptionState one : book.subscriptions().values()) {
            LocalDate settledTo =
                    one.ended() == null ? one.line().period().start() : one.ended().effectiveOn();
            if (settledTo.isAfter(today)) {
                throw Rejection.EFFECTIVE_DATE_IMPOSSIBLE.because(
                        "The date lies before what is already billed.",
                        Map.of("date", today, "billedFrom", settledTo));
            }
        }
    }
}
