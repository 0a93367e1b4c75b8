package dev.mastro.shared.subscription;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * Nothing changes now; from {@code takesEffectOn} on the subscription renews as {@code to}
 * (billing.md R001-20, R001-21).
 */
@Revision("1")
public record ChangeScheduled(
        SubscriptionId subscriptionId,
        AccountId accountId,
        SubscribedProduct to,
        LocalDate takesEffectOn,
        LocalDate effectiveOn)
        implements SubscriptionEvent {}
