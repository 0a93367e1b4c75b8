package dev.mastro.shared.subscription;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** Renewal is on again; scheduled changes do not come back (billing.md R002-11). */
@Revision("1")
public record SubscriptionReactivated(
        SubscriptionId subscriptionId, AccountId accountId, LocalDate effectiveOn)
        implements SubscriptionEvent {}
