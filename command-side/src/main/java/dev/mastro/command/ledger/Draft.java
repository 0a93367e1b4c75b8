package dev.mastro.command.ledger;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountOpened;
import java.util.ArrayList;
import java.util.List;

/** The facts a decision has come to so far, and the book as it stands after them. */
public final class Draft {

    private final List<LedgerEvent> events = new ArrayList<>();
    private Book book;

    /** Begins with the book as loaded. */
    public Draft(Book book) {
        this.book = book;
    }

    /** Begins with the first fact of a new account. */
    public static Draft opening(AccountOpened event) {
        Draft draft = new Draft(Book.opened(event));
        draft.events.add(event);
        return draft;
    }

    /** Adds a fact; what is decided next sees its effect. */
    public void add(LedgerEvent event) {
        events.add(event);
        book = book.after(event);
    }

    /** The book after all facts so far. */
    public Book book() {
        return book;
    }

    /** All facts so far, in order. */
    public List<LedgerEvent> events() {
        return List.copyOf(events);
    }
}
