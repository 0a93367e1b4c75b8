package dev.mastro.command.subscription;

import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Everything about a subscription that moves no money. */
@Component
class SubscriptionHandlers {

    private final LedgerWork work;

    SubscriptionHandlers(LedgerWork work) {
        this.work = work;
    }

    @CommandHandler
    Outcome handle(SubscriptionCommands.RequestCancellation command, MetaData metaData) {
        return decide(command, metaData);
    }

    @CommandHandler
    Outcome handle(SubscriptionCommands.Reactivate command, MetaData metaData) {
        return decide(command, metaData);
    }

    @CommandHandler
    Outcome handle(SubscriptionCommands.WithdrawPendingChange command, MetaData metaData) {
        return decide(command, metaData);
    }

    @CommandHandler
    Outcome handle(SubscriptionCommands.RecordUsage command, MetaData metaData) {
        return decide(command, metaData);
    }

    @CommandHandler
    Outcome handle(SubscriptionCommands.AssignLicence command, MetaData metaData) {
        return decide(command, metaData);
    }

    @CommandHandler
    Outcome handle(SubscriptionCommands.UnassignLicence command, MetaData metaData) {
        return decide(command, metaData);
    }

    private Outcome decide(SubscriptionCommands command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) ->
                        SubscriptionDecisions.decide(command, book, circumstances));
    }
}
