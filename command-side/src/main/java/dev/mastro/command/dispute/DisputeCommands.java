package dev.mastro.command.dispute;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Commands on the dispute about a payment. */
public sealed interface DisputeCommands extends LedgerCommand {

    /** The payment. */
    String reference();

    @Override
    default boolean looksBack() {
        return true;
    }

    /** The provider took the payment back, and perhaps a fee (billing.md CB-1). */
    record OpenDispute(AccountId accountId, String reference, @Nullable Money fee)
            implements DisputeCommands {

        @Override
        public int successStatus() {
            return 201;
        }
    }

    /** The provider decided for the seller and gave the money back. */
    record WinDispute(AccountId accountId, String reference) implements DisputeCommands {}

    /** The provider decided for the customer. */
    record LoseDispute(AccountId accountId, String reference) implements DisputeCommands {}
}
