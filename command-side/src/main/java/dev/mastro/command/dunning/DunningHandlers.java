package dev.mastro.command.dunning;

import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Collecting what is overdue, and the end when it cannot be collected. */
@Component
class DunningHandlers {

    private final LedgerWork work;

    DunningHandlers(LedgerWork work) {
        this.work = work;
    }

    @CommandHandler
    Outcome handle(CollectInvoice command, MetaData metaData) {
        return work.propose(
                command,
                metaData,
                (book, circumstances) -> DunningDecisions.collect(command, book, circumstances));
    }

    @CommandHandler
    Outcome handle(EndForNonPayment command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) -> DunningDecisions.end(command, book, circumstances));
    }
}
