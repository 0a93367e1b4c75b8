package dev.mastro.command.account;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;

/** Accepts the seller's terms of service in a version (billing.md R000-14). */
public record AcceptTerms(AccountId accountId, String version) implements LedgerCommand {}
