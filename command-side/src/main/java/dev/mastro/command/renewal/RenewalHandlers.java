package dev.mastro.command.renewal;

import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.payment.Payment;
import dev.mastro.command.payment.Proposal;
import dev.mastro.command.payment.Settling;
import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import dev.mastro.shared.invoice.InvoiceId;
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
    Outcome handle(EndPeriod command, MetaData metaData) {
        return work.propose(
                command, metaData, (book, circumstances) -> propose(command, book, circumstances));
    }

    private static Proposal propose(EndPeriod command, Book book, Circumstances circumstances) {
        Draft draft = RenewalDecision.decide(book, circumstances);
        Payment payment = command.payment();
        Money due = due(command, draft);
        if (Proposal.needsCard(book.account(), due, payment)) {
            return Proposal.unpaid(book.account(), due);
        }
        if (due.isPositive()) {
            InvoiceId invoice = RenewalDecision.invoiceOf(book, command.boundary());
            switch (payment.outcome()) {
                case AUTHORISED -> Settling.settle(draft, invoice, payment, circumstances);
                case DECLINED, PENDING ->
                        Settling.miss(draft, invoice, payment.reason(), circumstances);
                case NONE -> {}
            }
        }
        return new Proposal.Decided(draft);
    }

    private static Money due(EndPeriod command, Draft draft) {
        var account = draft.book().account();
        InvoiceId invoice = RenewalDecision.invoiceOf(draft.book(), command.boundary());
        return account.receivables().outstandingOf(invoice, account.currency());
    }
}
