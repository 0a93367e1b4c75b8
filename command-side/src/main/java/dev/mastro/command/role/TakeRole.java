package dev.mastro.command.role;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;

/** Lets a user act as a member at most from now on. */
public record TakeRole(AccountId accountId, String user) implements LedgerCommand {}
