package dev.mastro.command.dispute;

import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.ReceivedPayment;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.invoice.InvoiceState;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * What is owed again when a payment is taken back: what it had settled, and what was settled with
 * the credit that its surplus had become.
 */
final class Reopened {

    private Reopened() {}

    static List<Receivable> by(ReceivedPayment payment, Book book) {
        return book.invoices().values().stream()
                .filter(invoice -> settledBy(payment, invoice).isPositive())
                .map(invoice -> receivable(invoice, settledBy(payment, invoice)))
                .sorted(Comparator.comparing(Receivable::number))
                .toList();
    }

    private static Receivable receivable(InvoiceState invoice, Money amount) {
        return new Receivable(
                invoice.id(),
                invoice.issued().number(),
                amount,
                invoice.dueOn(),
                invoice.issued().effectiveOn());
    }

    /** Credit goes along when an invoice nets the line that it had settled. */
    private static Money settledBy(ReceivedPayment payment, InvoiceState invoice) {
        Stream<CreditGrant> spent = invoice.credits().stream().flatMap(one -> one.parts().stream());
        Stream<CreditGrant> carried =
                invoice.issued().lines().stream().flatMap(line -> line.carried().stream());
        Stream<CreditGrant> back =
                invoice.creditNotes().stream().flatMap(note -> note.grants().stream());
        Stream<CreditGrant> netted =
                invoice.netted().stream().flatMap(line -> line.credit().stream());
        return invoice.paidBy(payment.reference())
                .plus(ofSurplus(payment, Stream.concat(spent, carried)))
                .minus(ofSurplus(payment, Stream.concat(back, netted)));
    }

    private static Money ofSurplus(ReceivedPayment payment, Stream<CreditGrant> grants) {
        return grants.filter(grant -> grant.grantId().equals(payment.surplusGrant()))
                .map(CreditGrant::amount)
                .reduce(Money.zero(payment.received().amount().getCurrencyUnit()), Money::plus);
    }
}
