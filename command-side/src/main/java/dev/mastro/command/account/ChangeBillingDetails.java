package dev.mastro.command.account;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.BillingDetails;

/** Documents carry other details from now on. */
public record ChangeBillingDetails(AccountId accountId, BillingDetails details)
        implements LedgerCommand {}
