package dev.mastro.command.subscription;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.subscription.SubscriptionId;
import org.jspecify.annotations.Nullable;

/** Ends a subscription now and pays back what it was last billed (billing.md R002-13 to 16). */
public record CancelAndRefund(
        AccountId accountId, SubscriptionId subscriptionId, @Nullable String reason)
        implements LedgerCommand {

    @Override
    public boolean looksBack() {
        return true;
    }
}
