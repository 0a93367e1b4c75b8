package dev.mastro.command.refund;

import dev.mastro.command.ledger.Book;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.LineReference;
import dev.mastro.shared.money.LargestRemainder;
import dev.mastro.shared.money.Proration;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * What of the charges of an invoice was not given back yet, by credit notes or by a credit line of
 * another invoice.
 */
final class LinesLeft {

    private final List<Left> lines;
    private final Money zero;

    private LinesLeft(List<Left> lines, Money zero) {
        this.lines = lines;
        this.zero = zero;
    }

    private record Left(InvoiceLine line, Money net, Money tax) {

        Money gross() {
            return net.plus(tax);
        }

        /** So much of it, tax included; the last part takes the rest (billing.md C8). */
        CreditNoteLine part(Money amount) {
            Money share =
                    Proration.share(tax, amount.getAmountMinorLong(), gross().getAmountMinorLong());
            return new CreditNoteLine(
                    line.number(),
                    line.subscriptionId(),
                    line.basis().period().start(),
                    amount.minus(share),
                    share);
        }
    }

    /** The book must have looked back: a later invoice may give an earlier line back. */
    static LinesLeft of(InvoiceState invoice, Book book) {
        List<Left> left =
                invoice.issued().lines().stream()
                        .filter(line -> line.kind() == LineKind.CHARGE)
                        .map(line -> left(line, invoice, book))
                        .filter(line -> line.gross().isPositive())
                        .toList();
        return new LinesLeft(left, Money.zero(invoice.issued().net().getCurrencyUnit()));
    }

    Money total() {
        return lines.stream().map(Left::gross).reduce(zero, Money::plus);
    }

    /** {@code amount}, shared over the lines by what is left of each. */
    List<CreditNoteLine> share(Money amount) {
        List<Money> shares =
                LargestRemainder.share(amount, lines.stream().map(Left::gross).toList());
        return IntStream.range(0, lines.size())
                .filter(i -> shares.get(i).isPositive())
                .mapToObj(i -> lines.get(i).part(shares.get(i)))
                .toList();
    }

    private static Left left(InvoiceLine line, InvoiceState invoice, Book book) {
        Money net = line.amount().net();
        Money tax = line.amount().tax();
        for (CreditNoteIssued note : invoice.creditNotes()) {
            for (CreditNoteLine given : note.lines()) {
                if (given.lineNumber() == line.number()) {
                    net = net.minus(given.net());
                    tax = tax.minus(given.tax());
                }
            }
        }
        LineReference reference = new LineReference(invoice.id(), line.number());
        for (InvoiceLine credit : credits(book, reference)) {
            net = net.plus(credit.amount().net());
            tax = tax.plus(credit.amount().tax());
        }
        return new Left(line, net, tax);
    }

    private static List<InvoiceLine> credits(Book book, LineReference credited) {
        return book.invoices().values().stream()
                .filter(invoice -> invoice.voided() == null)
                .flatMap(invoice -> invoice.issued().lines().stream())
                .filter(line -> credited.equals(line.credits()))
                .toList();
    }
}
