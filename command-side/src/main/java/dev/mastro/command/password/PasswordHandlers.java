package dev.mastro.command.password;

import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Passwords that change. */
@Component
class PasswordHandlers {

    private final LedgerWork work;

    PasswordHandlers(LedgerWork work) {
        this.work = work;
    }

    @CommandHandler
    Outcome handle(ChangePassword command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) -> PasswordDecisions.change(command, book, circumstances));
    }
}
