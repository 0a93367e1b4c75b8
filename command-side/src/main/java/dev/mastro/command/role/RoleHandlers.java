package dev.mastro.command.role;

import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Roles given to the customer's people, and taken away. */
@Component
class RoleHandlers {

    private final LedgerWork work;

    RoleHandlers(LedgerWork work) {
        this.work = work;
    }

    @CommandHandler
    Outcome handle(GiveRole command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) -> RoleDecisions.give(command, book, circumstances));
    }

    @CommandHandler
    Outcome handle(TakeRole command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) -> RoleDecisions.take(command, book, circumstances));
    }
}
