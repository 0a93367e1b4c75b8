package dev.mastro.command.payment.page;

import dev.mastro.command.payment.ExpressDecisions;
import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Says what is left to pay, by the rules that the payment itself obeys. */
@Component
class PayableHandler {

    private final LedgerWork work;

    PayableHandler(LedgerWork work) {
        this.work = work;
    }

    /** What is left, and to whom it goes. */
    record Payable(String seller, Money left) {}

    @CommandHandler
    Outcome handle(AskPayable question, MetaData metaData) {
        return work.show(
                question,
                metaData,
                (book, circumstances) ->
                        new Payable(
                                circumstances.seller().name(),
                                ExpressDecisions.left(question.invoiceId(), book, circumstances)));
    }
}
