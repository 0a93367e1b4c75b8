package dev.mastro.shared.subscription;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The licence of {@code user} is free again. */
@Revision("1")
public record LicenceUnassigned(
        SubscriptionId subscriptionId, AccountId accountId, String user, LocalDate effectiveOn)
        implements SubscriptionEvent {}
