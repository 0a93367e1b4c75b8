package dev.mastro.command.debt;

import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Invoices written off and voided. */
@Component
class DebtHandlers {

    private final LedgerWork work;

    DebtHandlers(LedgerWork work) {
        this.work = work;
    }

    @CommandHandler
    Outcome handle(DebtCommands.WriteOffInvoice command, MetaData metaData) {
        return decide(command, metaData);
    }

    @CommandHandler
    Outcome handle(DebtCommands.VoidInvoice command, MetaData metaData) {
        return decide(command, metaData);
    }

    private Outcome decide(DebtCommands command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) -> DebtDecisions.decide(command, book, circumstances));
    }
}
