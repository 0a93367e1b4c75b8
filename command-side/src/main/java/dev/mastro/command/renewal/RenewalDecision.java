package dev.mastro.command.renewal;

import dev.mastro.command.document.Charge;
import dev.mastro.command.document.CreditSpending;
import dev.mastro.command.document.InvoiceDraft;
import dev.mastro.command.document.Invoicing;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.tax.TaxTreatment;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.calendar.WallClock;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.EndCause;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;

/** Judges the boundary of an account's periods. Ids derive from account and boundary. */
public final class RenewalDecision {

    private final Draft draft;
    private final Circumstances circumstances;
    private final LocalDate boundary;
    private final UUID cause;

    private RenewalDecision(Draft draft, Circumstances circumstances) {
        this.draft = draft;
        this.circumstances = circumstances;
        this.boundary = circumstances.today();
        this.cause = causeOf(draft.book(), boundary);
    }

    /** Adds everything that falls due on the boundary, which is the service date. */
    public static Draft decide(Book book, Circumstances circumstances) {
        RenewalDecision decision = new RenewalDecision(new Draft(book), circumstances);
        List<SubscriptionState> due = decision.due();
        due.stream().filter(one -> one.renewsAs() == null).forEach(decision::end);
        AddOnsWithoutPlan.end(
                decision.draft, circumstances, decision.cause, decision::productFromNowOn);
        decision.renew(
                due.stream()
                        .filter(one -> decision.stillLive(one) && one.renewsAs() != null)
                        .toList());
        return decision.draft;
    }

    /** The invoice that renewals on a boundary are billed by. */
    public static InvoiceId invoiceOf(Book book, LocalDate boundary) {
        return new InvoiceId(DerivedIds.of(causeOf(book, boundary), "invoice"));
    }

    private static UUID causeOf(Book book, LocalDate boundary) {
        return DerivedIds.of(book.account().id().value(), "period-end-" + boundary);
    }

    private List<SubscriptionState> due() {
        return draft.book().live().stream().filter(this::isDue).toList();
    }

    /** A one-month product stays in use until the very instant it expires at (billing.md C11). */
    private boolean isDue(SubscriptionState subscription) {
        Instant expiresAt = subscription.expiresAt();
        if (expiresAt == null) {
            return subscription.line().period().end().isEqual(boundary);
        }
        ZoneId zone = draft.book().account().profile().timeZone();
        return !expiresAt.isAfter(circumstances.now())
                && !WallClock.dateAt(expiresAt, zone).isAfter(boundary);
    }

    private boolean stillLive(SubscriptionState subscription) {
        return draft.book().find(subscription.id()).orElseThrow().isLive();
    }

    private void end(SubscriptionState subscription) {
        boolean expired = !subscription.product().cycle().renews();

        draft.add(
                new SubscriptionEnded(
                        subscription.id(),
                        subscription.accountId(),
                        expired ? EndCause.EXPIRED : EndCause.END_OF_TERM,
                        circumstances.policy().cancellation().endOfTermState(),
                        null,
                        boundary));
    }

    private String productFromNowOn(SubscriptionState one) {
        SubscribedProduct next =
                one.line().period().end().isAfter(boundary) ? null : one.renewsAs();
        return next == null ? one.product().product() : next.product();
    }

    private void renew(List<SubscriptionState> renewing) {
        renewing.stream().filter(RenewalDecision::isFree).forEach(this::renewFree);
        List<SubscriptionState> billed = renewing.stream().filter(one -> !isFree(one)).toList();
        if (!billed.isEmpty()) {
            bill(billed);
        }
    }

    private void bill(List<SubscriptionState> renewing) {
        var account = draft.book().account();
        InvoiceDraft invoice =
                InvoiceDraft.compose(
                        new InvoiceId(DerivedIds.of(cause, "invoice")),
                        account.currency(),
                        renewing.stream().map(this::charge).toList(),
                        TaxTreatment.of(account, circumstances));
        Invoicing.issue(draft, invoice, circumstances);
        renewing.forEach(one -> renew(one, invoice.activeLineOf(one.id())));
        CreditSpending.onNewInvoice(draft, invoice.invoiceId(), circumstances);
    }

    private static boolean isFree(SubscriptionState subscription) {
        return next(subscription).recurringPrice().isZero();
    }

    /** Another month for nothing is no document: the line that began it goes on. */
    private void renewFree(SubscriptionState subscription) {
        ActiveLine line = subscription.line();
        Money nothing = Money.zero(line.net().getCurrencyUnit());
        renew(
                subscription,
                new ActiveLine(
                        line.invoiceId(),
                        line.lineNumber(),
                        charge(subscription).period(),
                        nothing,
                        nothing,
                        line.taxRate()));
    }

    private void renew(SubscriptionState subscription, ActiveLine opened) {
        draft.add(
                new SubscriptionRenewed(
                        subscription.id(),
                        subscription.accountId(),
                        next(subscription),
                        anchor(subscription),
                        opened,
                        boundary));
    }

    private Charge charge(SubscriptionState subscription) {
        SubscribedProduct next = next(subscription);
        BillingPeriod whole = next.cycle().periodContaining(anchor(subscription), boundary);
        BillingPeriod period = new BillingPeriod(boundary, whole.end());
        return Charge.begun(
                subscription.id(),
                next,
                period,
                whole,
                LocalTime.MIDNIGHT,
                circumstances.policy().arithmetic());
    }

    /** Licences that are still assigned are not taken away, whatever was scheduled (R001-22). */
    private static SubscribedProduct next(SubscriptionState subscription) {
        SubscribedProduct next = Objects.requireNonNull(subscription.renewsAs());
        int licences = Math.max(next.licences(), subscription.assigned().size());
        return new SubscribedProduct(
                next.product(), next.cycle(), licences, next.unitPrice(), next.catalogVersion());
    }

    /** A scheduled change of the cycle begins a new count of periods. */
    private LocalDate anchor(SubscriptionState subscription) {
        return next(subscription).cycle() == subscription.product().cycle()
                ? subscription.anchor()
                : boundary;
    }
}
