package dev.mastro.shared.subscription;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The scheduled change will not happen. */
@Revision("1")
public record PendingChangeWithdrawn(
        SubscriptionId subscriptionId, AccountId accountId, LocalDate effectiveOn)
        implements SubscriptionEvent {}
