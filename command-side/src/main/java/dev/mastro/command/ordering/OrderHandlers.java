package dev.mastro.command.ordering;

import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.payment.Payment;
import dev.mastro.command.payment.PaymentNeeded;
import dev.mastro.command.payment.Settling;
import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Quotes and orders. */
@Component
class OrderHandlers {

    private final LedgerWork work;

    OrderHandlers(LedgerWork work) {
        this.work = work;
    }

    @CommandHandler
    Outcome handle(PreviewOrder command, MetaData metaData) {
        return work.show(
                command,
                metaData,
                (book, circumstances) -> OrderDecision.preview(command, book, circumstances));
    }

    @CommandHandler
    Outcome handle(PlaceOrder command, MetaData metaData) {
        return work.decidePaid(
                command,
                metaData,
                (book, circumstances) -> needed(command, book, circumstances),
                (book, circumstances) -> OrderDecision.place(command, book, circumstances));
    }

    @CommandHandler
    Outcome handle(LapseOrder command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) -> OrderDecision.lapse(command, book, circumstances));
    }

    private static Optional<PaymentNeeded> needed(
            PlaceOrder command, Book book, Circumstances circumstances) {
        return command.payment().outcome() == Payment.Outcome.NONE
                ? Settling.needed(
                        book.account(),
                        OrderDecision.dueOf(command, book, circumstances),
                        command.payment())
                : Optional.empty();
    }
}
