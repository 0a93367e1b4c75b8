package dev.mastro.command.ordering;

import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
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
        return work.propose(
                command,
                metaData,
                (book, circumstances) -> OrderDecision.place(command, book, circumstances));
    }

    @CommandHandler
    Outcome handle(LapseOrder command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) -> OrderDecision.lapse(command, book, circumstances));
    }
}
