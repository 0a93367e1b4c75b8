package dev.mastro.shared.subscription;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Renewal is off; the service stays until {@code endsOn} (billing.md R002-04, R002-10). */
@Revision("1")
public record CancellationRequested(
        SubscriptionId subscriptionId,
        AccountId accountId,
        @Nullable String reason,
        LocalDate endsOn,
        LocalDate effectiveOn)
        implements SubscriptionEvent {}
