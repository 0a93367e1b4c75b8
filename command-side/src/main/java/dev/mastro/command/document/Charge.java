package dev.mastro.command.document;

import dev.mastro.command.catalog.ArithmeticPolicy;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.calendar.PeriodShare;
import dev.mastro.shared.money.Proration;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionId;
import java.time.LocalTime;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription is to be billed: {@code period} out of a whole natural period of {@code
 * periodDays} (billing.md C4), or {@code share} of it where the seller counts otherwise. {@code
 * netted} is an earlier line that this charge takes the place of, given back on the same invoice.
 */
public record Charge(
        SubscriptionId subscriptionId,
        SubscribedProduct product,
        BillingPeriod period,
        long periodDays,
        @Nullable PeriodShare share,
        @Nullable Closing netted) {

    /** Bills what begins at {@code opened} on the first day of {@code period}. */
    public static Charge begun(
            SubscriptionId subscriptionId,
            SubscribedProduct product,
            BillingPeriod period,
            BillingPeriod whole,
            LocalTime opened,
            ArithmeticPolicy arithmetic) {
        PeriodShare share = PeriodCount.begun(period, whole, product.cycle(), opened, arithmetic);
        return new Charge(subscriptionId, product, period, whole.days(), share, null);
    }

    /** Bills what goes on in the place of {@code closing} to the end of its period. */
    public static Charge rest(
            SubscriptionId subscriptionId,
            SubscribedProduct product,
            BillingPeriod period,
            BillingPeriod whole,
            Closing closing) {
        PeriodShare share = PeriodCount.rest(closing);
        return new Charge(subscriptionId, product, period, whole.days(), share, closing);
    }

    /** The amount before tax, rounded once (billing.md C5). */
    public Money net() {
        return share == null
                ? Proration.share(product.recurringPrice(), period.days(), periodDays)
                : share.of(product.recurringPrice());
    }

    /** The same charge in the place of an earlier line; {@code null} leaves it alone. */
    public Charge netting(@Nullable Closing closing) {
        return new Charge(subscriptionId, product, period, periodDays, share, closing);
    }

    /** The same charge without the earlier line, which a credit note gives back instead. */
    public Charge withoutNetting() {
        return netting(null);
    }
}
