package dev.mastro.shared.books;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountId;

/**
 * A fact in the life of the books. They belong to no customer: {@link #ID} stands where other facts
 * name their account, so that these too are kept in order.
 */
public sealed interface BooksEvent extends LedgerEvent permits BooksClosed {

    /** The one set of books there is. */
    AccountId ID = AccountId.of("b00c5000-0000-5000-8000-000000000001");
}
