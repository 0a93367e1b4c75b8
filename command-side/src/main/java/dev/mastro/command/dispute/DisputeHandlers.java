package dev.mastro.command.dispute;

import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Disputes opened, won and lost. */
@Component
class DisputeHandlers {

    private final LedgerWork work;

    DisputeHandlers(LedgerWork work) {
        this.work = work;
    }

    @CommandHandler
    Outcome handle(DisputeCommands.OpenDispute command, MetaData metaData) {
        return decide(command, metaData);
    }

    @CommandHandler
    Outcome handle(DisputeCommands.WinDispute command, MetaData metaData) {
        return decide(command, metaData);
    }

    @CommandHandler
    Outcome handle(DisputeCommands.LoseDispute command, MetaData metaData) {
        return decide(command, metaData);
    }

    private Outcome decide(DisputeCommands command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) -> DisputeDecisions.decide(command, book, circumstances));
    }
}
