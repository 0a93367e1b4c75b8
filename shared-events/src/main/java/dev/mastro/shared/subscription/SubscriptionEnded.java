package dev.mastro.shared.subscription;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The service stopped. {@code closed} is what was given back of the active line, if it was not used
 * up.
 */
@Revision("1")
public record SubscriptionEnded(
        SubscriptionId subscriptionId,
        AccountId accountId,
        EndCause cause,
        EndState into,
        @Nullable ClosedLine closed,
        LocalDate effectiveOn)
        implements SubscriptionEvent {}
