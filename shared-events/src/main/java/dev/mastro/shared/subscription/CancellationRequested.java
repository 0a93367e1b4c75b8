package dev.mastro.shared.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Renewal is off; the service stays until {@code endsOn} (billing.md R002-04, R002-10). {@code
 * terms} is the version of the terms of service that held the cancellation policy, as far as the
 * customer had accepted any (R002-02).
 */
@Revision("1")
public record CancellationRequested(
        SubscriptionId subscriptionId,
        AccountId accountId,
        @Nullable String reason,
        LocalDate endsOn,
        LocalDate effectiveOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String terms)
        implements SubscriptionEvent {

    /** A cancellation by somebody who had accepted no terms. */
    public CancellationRequested(
            SubscriptionId subscriptionId,
            AccountId accountId,
            @Nullable String reason,
            LocalDate endsOn,
            LocalDate effectiveOn) {
        this(subscriptionId, accountId, reason, endsOn, effectiveOn, null);
    }
}
