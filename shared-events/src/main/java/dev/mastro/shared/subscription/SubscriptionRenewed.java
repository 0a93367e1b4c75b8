package dev.mastro.shared.subscription;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A further period began at its boundary. {@code product} is what it was renewed at, a scheduled
 * change included.
 */
@Revision("1")
public record SubscriptionRenewed(
        SubscriptionId subscriptionId,
        AccountId accountId,
        SubscribedProduct product,
        LocalDate anchor,
        ActiveLine opened,
        LocalDate effectiveOn)
        implements SubscriptionEvent {}
