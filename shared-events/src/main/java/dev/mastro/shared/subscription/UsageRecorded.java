package dev.mastro.shared.subscription;

import dev.mastro.shared.account.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The service was used; the date is that of the use in the account's zone (billing.md R002-16). */
@Revision("1")
public record UsageRecorded(
        SubscriptionId subscriptionId, AccountId accountId, Instant usedAt, LocalDate effectiveOn)
        implements SubscriptionEvent {}
