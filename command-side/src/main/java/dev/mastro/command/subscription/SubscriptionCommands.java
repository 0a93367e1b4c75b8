package dev.mastro.command.subscription;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.subscription.SubscriptionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Commands on one subscription of an account. */
public sealed interface SubscriptionCommands extends LedgerCommand {

    /** The subscription. */
    SubscriptionId subscriptionId();

    /** Turns renewal off (billing.md R002-04 to R002-08). */
    record RequestCancellation(
            AccountId accountId, SubscriptionId subscriptionId, @Nullable String reason)
            implements SubscriptionCommands {}

    /** Turns renewal on again (billing.md R002-11). */
    record Reactivate(AccountId accountId, SubscriptionId subscriptionId)
            implements SubscriptionCommands {}

    /** Takes a scheduled change back. */
    record WithdrawPendingChange(AccountId accountId, SubscriptionId subscriptionId)
            implements SubscriptionCommands {}

    /** Tells that the service was used, which decides about a refund (billing.md R002-16). */
    record RecordUsage(AccountId accountId, SubscriptionId subscriptionId, Instant usedAt)
            implements SubscriptionCommands {}

    /** Gives a licence to a user of the caller's (billing.md R001-03). */
    record AssignLicence(AccountId accountId, SubscriptionId subscriptionId, String user)
            implements SubscriptionCommands {}

    /** Frees the licence of a user. */
    record UnassignLicence(AccountId accountId, SubscriptionId subscriptionId, String user)
            implements SubscriptionCommands {}
}
