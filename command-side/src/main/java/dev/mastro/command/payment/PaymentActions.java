package dev.mastro.command.payment;

import dev.mastro.command.action.ActionSource;
import dev.mastro.command.action.AllowedAction;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.account.Receivable;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * Which invoices may be paid, and what is left to pay on them (billing.md R000-08, R001-05); and
 * whether money that arrived elsewhere may be noted.
 */
@Component
class PaymentActions implements ActionSource {

    private static final String PROBE = "?";

    @Override
    public Stream<AllowedAction> actions(Book book, Circumstances at) {
        return Stream.concat(
                book.account().receivables().open().stream()
                        .map(open -> expressPayment(open, book, at)),
                Stream.of(noting(book, at)));
    }

    private static AllowedAction expressPayment(Receivable open, Book book, Circumstances at) {
        return AllowedAction.of(
                "PAY_INVOICE",
                Map.of(
                        "invoice", open.number(),
                        "accountNumber", book.account().number(),
                        "outstanding", open.outstanding()),
                "POST",
                "/express-payments",
                () -> ExpressDecisions.pay(paying(open, book), book, at));
    }

    private static AllowedAction noting(Book book, Circumstances at) {
        AccountId account = book.account().id();
        ReceivePayment least =
                new ReceivePayment(
                        account,
                        Money.ofMinor(book.account().currency(), 1),
                        null,
                        PROBE,
                        null,
                        PaymentWay.BANK_TRANSFER);
        return AllowedAction.of(
                "NOTE_PAYMENT",
                Map.of(),
                "POST",
                "/accounts/" + account + "/payments",
                () -> PaymentDecisions.receive(least, book, at));
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
