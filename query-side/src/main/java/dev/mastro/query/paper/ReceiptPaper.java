package dev.mastro.query.paper;

import dev.mastro.query.paper.Paper.Band;
import dev.mastro.query.paper.Paper.Cell;
import dev.mastro.query.paper.Paper.Column;
import dev.mastro.query.paper.Paper.Row;
import dev.mastro.query.paper.Paper.Sum;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.PaymentAllocated;
import java.util.ArrayList;
import java.util.List;

/** The receipt of a payment: what arrived, what it settled, and what is left to pay. */
final class ReceiptPaper {

    private final Dossier dossier;
    private final PaymentReceived payment;
    private final Letter letter;

    private ReceiptPaper(Dossier dossier, PaymentReceived payment) {
        this.dossier = dossier;
        this.payment = payment;
        AccountState account = dossier.accountAt(payment::equals);
        this.letter = Letter.of(account, dossier.sellerOf(account));
    }

    static Paper of(Dossier dossier, PaymentReceived payment) {
        return new ReceiptPaper(dossier, payment).paper();
    }

    private Paper paper() {
        Words words = letter.words();
        return new Paper(
                letter.heading("PAYMENT", payment.reference(), "received.from"),
                letter.customer(),
                List.of(
                        letter.fact("paid.on", words.date(payment.effectiveOn())),
                        letter.fact("method", words.get("method." + payment.method())),
                        letter.currency()),
                new Band(words.get("received"), words.money(payment.amount()), null, "neutral"),
                columns(words),
                payment.allocations().stream().map(this::row).toList(),
                sums(),
                List.of(letter.questions()));
    }

    private static List<Column> columns(Words words) {
        return List.of(
                new Column(words.get("column.invoice"), "first", "40%"),
                new Column(words.get("column.invoice.total"), "amount", "20%"),
                new Column(words.get("column.settled"), "amount", "22%"),
                new Column(words.get("column.left"), "amount", "18%"));
    }

    private Row row(Allocation allocation) {
        Words words = letter.words();
        InvoiceIssued invoice = dossier.issued(allocation.invoiceId());
        InvoiceState after =
                dossier.invoiceAfter(
                        allocation.invoiceId(),
                        fact ->
                                fact instanceof PaymentAllocated paid
                                        && paid.reference().equals(payment.reference()));
        return new Row(
                "line",
                List.of(
                        Cell.of(invoice.number(), words.date(invoice.effectiveOn())),
                        Cell.amount(words.amount(after.total())),
                        Cell.amount(words.amount(allocation.amount())),
                        Cell.amount(words.amount(after.outstanding()))));
    }

    private List<Sum> sums() {
        Words words = letter.words();
        List<Sum> sums = new ArrayList<>();
        if (payment.surplus().isPositive()) {
            sums.add(Sum.of(words.get("surplus"), words.amount(payment.surplus())));
        }
        sums.add(Sum.last(words.get("received"), words.money(payment.amount())));
        return sums;
    }
}
