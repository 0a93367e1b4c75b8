package dev.mastro.command.closing;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.books.BooksEvent;
import java.time.YearMonth;

/** Closes the books for a month and all before it. */
record CloseBooks(YearMonth month) implements LedgerCommand {

    /** The books belong to no customer; what they are known by stands in the place of one. */
    @Override
    public AccountId accountId() {
        return BooksEvent.ID;
    }
}
