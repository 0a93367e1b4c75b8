package dev.mastro.command.account;

import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Opening, moving and closing accounts. */
@Component
class AccountHandlers {

    private final LedgerWork work;
    private final AccountNumbers numbers;

    AccountHandlers(LedgerWork work, AccountNumbers numbers) {
        this.work = work;
        this.numbers = numbers;
    }

    @CommandHandler
    Outcome handle(OpenAccount command, MetaData metaData) {
        return work.open(
                command,
                metaData,
                command.profile(),
                circumstances -> AccountDecisions.open(command, numbers.next(), circumstances));
    }

    @CommandHandler
    Outcome handle(MoveToTimeZone command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) -> AccountDecisions.move(command, book, circumstances));
    }

    @CommandHandler
    Outcome handle(CloseAccount command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) -> AccountDecisions.close(command, book, circumstances));
    }
}
