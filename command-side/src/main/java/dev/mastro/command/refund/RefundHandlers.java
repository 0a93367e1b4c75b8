package dev.mastro.command.refund;

import dev.mastro.command.subscription.CancelAndRefund;
import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Refunds of payments and of what was billed last. */
@Component
class RefundHandlers {

    private final LedgerWork work;

    RefundHandlers(LedgerWork work) {
        this.work = work;
    }

    @CommandHandler
    Outcome handle(CancelAndRefund command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) ->
                        CancelAndRefundDecision.decide(command, book, circumstances));
    }

    @CommandHandler
    Outcome handle(OfferRefund question, MetaData metaData) {
        return work.show(
                question,
                metaData,
                (book, circumstances) -> RefundOffer.of(question, book, circumstances));
    }

    @CommandHandler
    Outcome handle(RefundPayment command, MetaData metaData) {
        return work.decide(
                command,
                metaData,
                (book, circumstances) ->
                        RefundPaymentDecision.decide(command, book, circumstances));
    }
}
