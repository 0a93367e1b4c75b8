package dev.mastro.command.due;

import dev.mastro.command.examples.BookFixture;
import java.util.List;

/** What an account waits for, as text. */
public final class DueDates {

    private DueDates() {}

    /** Kind, subject and date of each item. */
    public static List<String> of(BookFixture account) {
        var seller = account.circumstances().seller();
        return DueItems.of(account.book(), seller::policyOn)
                .map(item -> item.kind() + " " + item.subject() + " " + item.dueOn())
                .toList();
    }
}
