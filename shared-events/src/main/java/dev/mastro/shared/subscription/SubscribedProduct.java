package dev.mastro.shared.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mastro.shared.calendar.BillingCycle;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription holds and what it renews at: {@code licences} at {@code unitPrice} for each
 * billing period of the cycle. The price is that of {@code catalogVersion} and stays when later
 * catalogues have another (billing.md R001-19).
 */
public record SubscribedProduct(
        String product,
        BillingCycle cycle,
        int licences,
        Money unitPrice,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String catalogVersion) {

    /** A price that nobody says the origin of. */
    public SubscribedProduct(String product, BillingCycle cycle, int licences, Money unitPrice) {
        this(product, cycle, licences, unitPrice, null);
    }

    /** The price of one whole billing period, before tax. */
    public Money recurringPrice() {
        return unitPrice.multipliedBy(licences);
    }
}
