package dev.mastro.command.renewal;

import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.payment.Payment.Outcome;
import dev.mastro.command.payment.PaymentNeeded;
import dev.mastro.command.payment.Settling;
import dev.mastro.command.work.LedgerWork;
import dev.mastro.shared.invoice.InvoiceId;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Period ends, paid by card at once where the account pays by card. */
@Component
class RenewalHandlers {

    private final LedgerWork work;

    RenewalHandlers(LedgerWork work) {
        this.work = work;
    }

    @CommandHandler
    dev.mastro.command.work.Outcome handle(EndPeriod command, MetaData metaData) {
        return work.decidePaid(
                command,
                metaData,
                (book, circumstances) -> needed(command, book, circumstances),
                (book, circumstances) -> decide(command, book, circumstances));
    }

    private static Optional<PaymentNeeded> needed(
            EndPeriod command, Book book, Circumstances circumstances) {
        if (command.payment().outcome() != Outcome.NONE) {
            return Optional.empty();
        }
        Draft draft = RenewalDecision.decide(book, circumstances);
        return Settling.needed(book.account(), due(command, draft), command.payment());
    }

    private static Draft decide(EndPeriod command, Book book, Circumstances circumstances) {
        Draft draft = RenewalDecision.decide(book, circumstances);
        InvoiceId invoice = RenewalDecision.invoiceOf(book, command.boundary());
        if (!due(command, draft).isPositive()) {
            return draft;
        }
        switch (command.payment().outcome()) {
            case AUTHORISED -> Settling.settle(draft, invoice, command.payment(), circumstances);
            case DECLINED, PENDING ->
                    Settling.miss(draft, invoice, command.payment().reason(), circumstances);
            case NONE -> {}
        }
        return draft;
    }

    private static Money due(EndPeriod command, Draft draft) {
        var account = draft.book().account();
        InvoiceId invoice = RenewalDecision.invoiceOf(draft.book(), command.boundary());
        return account.receivables().outstandingOf(invoice, account.currency());
    }
}
