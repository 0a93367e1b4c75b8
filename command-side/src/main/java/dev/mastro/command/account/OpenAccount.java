package dev.mastro.command.account;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.BillingDetails;
import org.jspecify.annotations.Nullable;

/** Opens an account, with what the customer told and agreed to at once. */
public record OpenAccount(
        AccountId accountId,
        AccountProfile profile,
        BillingDetails details,
        @Nullable String paymentMethod,
        @Nullable String acceptTerms)
        implements LedgerCommand {

    @Override
    public int successStatus() {
        return 201;
    }
}
