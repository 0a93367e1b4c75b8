package dev.mastro.command.document;

import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.money.Proration;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription is to be billed: {@code period} out of a whole natural period of {@code
 * periodDays} (billing.md C4). {@code netted} is an earlier line that this charge takes the place
 * of, given back on the same invoice.
 */
public record Charge(
        SubscriptionId subscriptionId,
        SubscribedProduct product,
        BillingPeriod period,
        long periodDays,
        @Nullable Closing netted) {

    /** The amount before tax, rounded once (billing.md C5). */
    public Money net() {
        return Proration.charge(product.unitPrice(), product.licences(), period.days(), periodDays);
    }

    /** The same charge without the earlier line, which a credit note gives back instead. */
    public Charge withoutNetting() {
        return new Charge(subscriptionId, product, period, periodDays, null);
    }
}
