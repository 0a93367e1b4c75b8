package dev.mastro.command.document;

import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.LineAmount;
import dev.mastro.shared.invoice.LineBasis;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.ClosedLine;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;

/**
 * The active line of a subscription, closed on a date: what was billed and what of it is given back
 * (billing.md C6, C9).
 */
public record Closing(
        SubscriptionId subscriptionId,
        SubscribedProduct product,
        ActiveLine line,
        ClosedLine closed) {

    /** Closes the active line of {@code subscription} on {@code date}. */
    public static Closing of(SubscriptionState subscription, LocalDate date) {
        ActiveLine line = subscription.line();
        return new Closing(subscription.id(), subscription.product(), line, line.closedOn(date));
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
                line.period().days());
    }

    LineAmount amount() {
        return new LineAmount(
                closed.remainingNet().negated(), closed.taxRate(), closed.remainingTax().negated());
    }
}
