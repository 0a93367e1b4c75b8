package dev.mastro.shared.subscription;

import dev.mastro.shared.account.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The account holds a product from this day on, billed by {@code opened} and renewed from {@code
 * anchor}. {@code expiresAt} is set for products that live one month only (billing.md C11).
 */
@Revision("1")
public record SubscriptionStarted(
        SubscriptionId subscriptionId,
        AccountId accountId,
        SubscribedProduct product,
        LocalDate anchor,
        ActiveLine opened,
        @Nullable Instant expiresAt,
        LocalDate effectiveOn)
        implements SubscriptionEvent {}
