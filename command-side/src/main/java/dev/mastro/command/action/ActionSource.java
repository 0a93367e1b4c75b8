package dev.mastro.command.action;

import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import java.util.stream.Stream;

/** What one feature lets people do; each lists its own actions. */
public interface ActionSource {

    /** Every action of the feature on this account, judged by the checks of its commands. */
    Stream<AllowedAction> actions(Book book, Circumstances circumstances);
}
