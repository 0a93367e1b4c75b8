package dev.mastro.command.ordering;

import dev.mastro.command.catalog.ChangePolicy.Mode;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionState;
import org.jspecify.annotations.Nullable;

/**
 * What an order makes of one subscription: from {@code before}, {@code null} where it starts, to
 * {@code to}, in the mode that the seller's policy gives this kind of change.
 */
record PlannedChange(
        SubscriptionId subscriptionId,
        @Nullable SubscriptionState before,
        SubscribedProduct to,
        Mode mode) {

    /** Whether money and service move on the day of the order. */
    boolean isImmediate() {
        return mode != Mode.AT_PERIOD_END;
    }

    /** Whether the order only takes a scheduled change back. */
    boolean isWithdrawal() {
        return before != null && before.product().equals(to);
    }

    /** Whether the price of a whole billing period falls (billing.md C9). */
    boolean recurringPriceFalls() {
        return before != null && to.recurringPrice().isLessThan(before.product().recurringPrice());
    }
}
