package dev.mastro.command.account;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;

/** Closes the account for good (billing.md R002-03). */
public record CloseAccount(AccountId accountId, String reason) implements LedgerCommand {}
