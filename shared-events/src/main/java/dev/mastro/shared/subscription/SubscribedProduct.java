package dev.mastro.shared.subscription;

import dev.mastro.shared.calendar.BillingCycle;
import org.joda.money.Money;

/**
 * What a subscription holds and what it renews at: {@code licences} at {@code unitPrice} for each
 * billing period of the cycle.
 */
public record SubscribedProduct(String product, BillingCycle cycle, int licences, Money unitPrice) {

    /** The price of one whole billing period, before tax. */
    public Money recurringPrice() {
        return unitPrice.multipliedBy(licences);
    }
}
