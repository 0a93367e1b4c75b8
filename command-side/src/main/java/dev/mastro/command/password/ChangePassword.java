package dev.mastro.command.password;

import dev.mastro.command.catalog.PasswordPolicy.CharacterKind;
import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import java.util.Set;

/** A user has another password; the command knows only what it is like, and not the secret. */
record ChangePassword(AccountId accountId, String user, int length, Set<CharacterKind> kinds)
        implements LedgerCommand {}
