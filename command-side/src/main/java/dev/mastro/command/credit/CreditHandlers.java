package dev.mastro.command.credit;

import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Credit given, spent by hand, paid out and expired. */
@Component
class CreditHandlers {

    private final LedgerWork work;

    CreditHandlers(LedgerWork work) {
        this.work = work;
    }

    @CommandHandler
    Outcome handle(CreditCommands.GrantGoodwill command, MetaData metaData) {
        return decide(command, metaData);
    }

    @CommandHandler
    Outcome handle(CreditCommands.ApplyCredit command, MetaData metaData) {
        return decide(command, metaData);
    }

    @CommandHandler
    Outcome handle(CreditCommands.SwitchAutoApplyCredit command, MetaData metaData) {
        return decide(command, metaData);
    }

    @CommandHandler
    Outcome handle(CreditCommands.RefundCredit command, MetaData metaData) {
        return decide(command, metaData);
    }

    @CommandHandler
    Outcome handle(CreditCommands.SettleRefund command, MetaData metaData) {
        return decide(command, metaData);
    }

    @CommandHandler
    Outcome handle(CreditCommands.ExpireCredit command, MetaData metaData) {
        return decide(command, metaData);
    }

    private Outcome decide(CreditCommands command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) -> CreditDecisions.decide(command, book, circumstances));
    }
}
