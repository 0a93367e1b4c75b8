package dev.mastro.shared.account;

import dev.mastro.shared.subscription.SubscriptionId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Paid services ended for a reason; the account, its history and its credit stay (billing.md
 * R000-02, R000-18).
 */
@Revision("1")
public record AccountDowngraded(
        AccountId accountId,
        List<SubscriptionId> subscriptions,
        DowngradeReason reason,
        LocalDate effectiveOn)
        implements AccountEvent {}
