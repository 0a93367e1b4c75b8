package dev.mastro.command.due;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;

/** Makes the due items of an account again from its facts; records nothing. */
record IndexAccount(AccountId accountId) implements LedgerCommand {}
