package dev.mastro.command.document;

import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.calendar.PeriodShare;
import dev.mastro.shared.invoice.LineAmount;
import dev.mastro.shared.invoice.LineBasis;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.ClosedLine;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The active line of a subscription, closed on a date: what was billed and what of it is given back
 * (billing.md C6, C9).
 */
public record Closing(
        SubscriptionId subscriptionId,
        SubscribedProduct product,
        ActiveLine line,
        ClosedLine closed,
        LocalTime time) {

    /** Closes the active line of {@code subscription} on {@code date}. */
    public static Closing of(SubscriptionState subscription, LocalDate date) {
        return of(subscription, date, LocalTime.MIDNIGHT);
    }

    /** Closes it at a moment of the date, which matters only where seconds are counted. */
    public static Closing of(SubscriptionState subscription, LocalDate date, LocalTime time) {
        ActiveLine line = subscription.line();
        ClosedLine closed = line.closedAt(date, time);
        return new Closing(subscription.id(), subscription.product(), line, closed, time);
    }

    /** Whether anything is given back. */
    public boolean givesBack() {
        return closed.remaining().isPositive();
    }

    /**
     * Whether the invoice of the line is not paid yet, so that its debt is cancelled first (C10).
     */
    public boolean isUnpaidBy(AccountState account) {
        return account.receivables().find(closed.invoiceId()).isPresent();
    }

    LineBasis basis() {
        LocalDate from =
                closed.closedOn().isBefore(line.period().start())
                        ? line.period().start()
                        : closed.closedOn();
        return new LineBasis(
                new BillingPeriod(from, line.period().end()),
                product.licences(),
                product.unitPrice(),
                line.period().days(),
                share(),
                product.catalogVersion());
    }

    private @Nullable PeriodShare share() {
        PeriodShare billed = line.share();
        if (billed == null) {
            return null;
        }
        long left = billed.left(line.period(), closed.closedOn(), time);
        return left == 0
                ? null
                : new PeriodShare(billed.unit(), left, billed.part(), billed.rounding());
    }

    LineAmount amount() {
        return new LineAmount(
                closed.remainingNet().negated(), closed.taxRate(), closed.remainingTax().negated());
    }
}
