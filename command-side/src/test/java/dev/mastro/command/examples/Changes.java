package dev.mastro.command.examples;

import dev.mastro.shared.account.ChangeType;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.subscription.SubscriptionState;
import org.jspecify.annotations.Nullable;

/** The changes an order may consist of. */
public final class Changes {

    private Changes() {}

    public static OrderChange start(String product, BillingCycle cycle, int licences) {
        return new OrderChange(ChangeType.START, null, product, cycle, licences);
    }

    public static OrderChange total(SubscriptionState subscription, int licences) {
        return new OrderChange(ChangeType.ADJUST_LICENCES, subscription.id(), null, null, licences);
    }

    public static OrderChange product(
            SubscriptionState subscription, String product, @Nullable Integer licences) {
        return new OrderChange(
                ChangeType.CHANGE_PRODUCT, subscription.id(), product, null, licences);
    }

    public static OrderChange cycle(
            SubscriptionState subscription, BillingCycle cycle, @Nullable Integer licences) {
        return new OrderChange(ChangeType.SWITCH_CYCLE, subscription.id(), null, cycle, licences);
    }
}
