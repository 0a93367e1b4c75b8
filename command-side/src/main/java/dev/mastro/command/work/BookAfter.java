package dev.mastro.command.work;

import dev.mastro.command.ledger.Book;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The book as it stands after the facts of a unit of work, for those who listen to facts. */
public final class BookAfter {

    private static final String RESOURCE = BookAfter.class.getName();

    private BookAfter() {}

    static void keep(Book book) {
        CurrentUnitOfWork.get().root().resources().put(RESOURCE, book);
    }

    /** Empty when the command concerned the account alone. */
    public static Optional<Book> of(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable(unitOfWork.root().getResource(RESOURCE));
    }
}
