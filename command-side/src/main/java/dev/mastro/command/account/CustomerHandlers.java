package dev.mastro.command.account;

import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** What the customer tells about himself and agrees to. */
@Component
class CustomerHandlers {

    private final LedgerWork work;

    CustomerHandlers(LedgerWork work) {
        this.work = work;
    }

    @CommandHandler
    Outcome handle(AcceptTerms command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) ->
                        CustomerDecisions.acceptTerms(command, book, circumstances));
    }

    @CommandHandler
    Outcome handle(ChangePaymentMethod command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) ->
                        CustomerDecisions.changePaymentMethod(command, book, circumstances));
    }

    @CommandHandler
    Outcome handle(ChangeBillingDetails command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) ->
                        CustomerDecisions.changeDetails(command, book, circumstances));
    }
}
