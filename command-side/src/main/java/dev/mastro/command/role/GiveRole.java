package dev.mastro.command.role;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountRole;

/** Lets a user act in this role on the account, in place of any before (billing.md R000-04). */
public record GiveRole(AccountId accountId, String user, AccountRole role)
        implements LedgerCommand {}
