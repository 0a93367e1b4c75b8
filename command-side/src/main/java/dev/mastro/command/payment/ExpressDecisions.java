package dev.mastro.command.payment;

import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.invoice.InvoiceId;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Payments of strangers. Whatever is wrong, the answer is the same, so that nobody learns from it
 * which numbers exist.
 */
public final class ExpressDecisions {

    private ExpressDecisions() {}

    /** What to charge first, then the facts of the charge that was authorised. */
    static Proposal pay(PayExpress command, Book book, Circumstances circumstances) {
        return switch (command.payment().outcome()) {
            case NONE -> new Proposal.Unpaid(due(command, book, circumstances), command.token());
            case AUTHORISED -> new Proposal.Decided(received(command, book, circumstances));
            case PENDING, DECLINED -> throw refused();
        };
    }

    private static Draft received(PayExpress command, Book book, Circumstances circumstances) {
        Payment payment = command.payment();
        Money charged = Objects.requireNonNull(payment.amount());
        if (charged.isGreaterThan(due(command, book, circumstances))) {
            throw refused();
        }
        ReceivePayment received =
                new ReceivePayment(
                        command.accountId(),
                        charged,
                        command.invoiceId(),
                        Objects.requireNonNull(payment.reference()),
                        null,
                        PaymentWay.EXPRESS);
        return PaymentDecisions.receive(received, book, circumstances);
    }

    /** The one refusal. */
    public static RuleViolation refused() {
        return Rejection.PAYMENT_REFUSED.because("This payment cannot be taken.");
    }

    /** What an express payment of an invoice may come to, where there can be one. */
    public static Money left(InvoiceId invoice, Book book, Circumstances circumstances) {
        AccountState account = book.account();
        Money left = account.receivables().payableOf(invoice, account.currency());
        if (!circumstances.policy().documents().expressPayment() || !left.isPositive()) {
            throw refused();
        }
        return left;
    }

    private static Money due(PayExpress command, Book book, Circumstances circumstances) {
        Money left = left(command.invoiceId(), book, circumstances);
        Money wanted = command.amount() == null ? left : command.amount();
        boolean fits =
                wanted.getCurrencyUnit().equals(left.getCurrencyUnit()) && wanted.isPositive();
        if (!fits) {
            throw refused();
        }
        return wanted.isGreaterThan(left) ? left : wanted;
    }
}
