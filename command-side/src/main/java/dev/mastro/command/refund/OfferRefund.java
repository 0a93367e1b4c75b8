package dev.mastro.command.refund;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.subscription.SubscriptionId;

/** Asks what a cancellation with a refund would pay back (billing.md R002-14). */
public record OfferRefund(AccountId accountId, SubscriptionId subscriptionId)
        implements LedgerCommand {

    @Override
    public boolean looksBack() {
        return true;
    }
}
