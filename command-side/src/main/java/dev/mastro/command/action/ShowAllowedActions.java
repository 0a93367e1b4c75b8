package dev.mastro.command.action;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;

/** Shows what the actor may do on an account now, and does nothing. */
record ShowAllowedActions(AccountId accountId) implements LedgerCommand {}
