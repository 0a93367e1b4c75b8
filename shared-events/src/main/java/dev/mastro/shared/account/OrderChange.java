package dev.mastro.shared.account;

import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.subscription.SubscriptionId;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an order, as the customer asked for it. {@code licences} is always the total wanted,
 * never the addition (billing.md R001-28); what the type does not use is {@code null}.
 */
public record OrderChange(
        ChangeType type,
        @Nullable SubscriptionId subscription,
        @Nullable String product,
        @Nullable BillingCycle cycle,
        @Nullable Integer licences) {}
