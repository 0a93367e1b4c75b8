package dev.mastro.command.action;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;

/** Shows what the actor may do on an account now, also with its payments, and does nothing. */
record ShowAllowedActions(AccountId accountId) implements LedgerCommand {

    @Override
    public boolean looksBack() {
        return true;
    }
}
