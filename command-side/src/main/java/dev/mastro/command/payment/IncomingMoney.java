package dev.mastro.command.payment;

import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;

/** What money that arrives sets in motion beside settling debt. */
@FunctionalInterface
public interface IncomingMoney {

    /** The facts of a payment; nothing but its own when nobody waited for it. */
    Draft receive(ReceivePayment command, Book book, Circumstances circumstances);
}
