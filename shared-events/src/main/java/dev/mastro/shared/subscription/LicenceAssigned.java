package dev.mastro.shared.subscription;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** One licence is in use by {@code user}, an id of the caller's (billing.md R001-03). */
@Revision("1")
public record LicenceAssigned(
        SubscriptionId subscriptionId, AccountId accountId, String user, LocalDate effectiveOn)
        implements SubscriptionEvent {}
