package dev.mastro.command.payment;

import dev.mastro.command.action.ActionSource;
import dev.mastro.command.action.AllowedAction;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.shared.account.Receivable;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which invoices may be paid, and what is left to pay on them (billing.md R000-08, R001-05). */
@Component
class PaymentActions implements ActionSource {

    private static final String PROBE = "?";

    @Override
    public Stream<AllowedAction> actions(Book book, Circumstances at) {
        return book.account().receivables().open().stream()
                .map(open ->
                        AllowedAction.of(
                                "PAY_INVOICE",
                                Map.of(
                                        "invoice", open.number(),
                                        "accountNumber", book.account().number(),
                                        "outstanding", open.outstanding()),
                                "POST",
                                "/express-payments",
                                () -> ExpressDecisions.pay(paying(open, book), book, at)));
    }

    private static PayExpress paying(Receivable open, Book book) {
        return new PayExpress(
                book.account().id(),
                open.invoiceId(),
                open.invoiceId().value(),
                PROBE,
                null,
                Payment.none());
    }
}
