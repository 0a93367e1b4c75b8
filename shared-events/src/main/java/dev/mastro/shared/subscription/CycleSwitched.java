package dev.mastro.shared.subscription;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The subscription is billed in another cycle at once: one line closed, one opened (billing.md C9).
 */
@Revision("1")
public record CycleSwitched(
        SubscriptionId subscriptionId,
        AccountId accountId,
        SubscribedProduct from,
        SubscribedProduct to,
        LocalDate anchor,
        ClosedLine closed,
        ActiveLine opened,
        LocalDate effectiveOn)
        implements SubscriptionEvent {}
