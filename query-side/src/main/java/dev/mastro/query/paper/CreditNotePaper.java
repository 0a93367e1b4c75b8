package dev.mastro.query.paper;

import dev.mastro.query.paper.Letter.Taxed;
import dev.mastro.query.paper.Paper.Band;
import dev.mastro.query.paper.Paper.Cell;
import dev.mastro.query.paper.Paper.Column;
import dev.mastro.query.paper.Paper.Row;
import dev.mastro.query.paper.Paper.Sum;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.InvoiceState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** A credit note on paper: what it gives back of which lines, and what became of it. */
final class CreditNotePaper {

    private final CreditNoteIssued note;
    private final InvoiceIssued invoice;
    private final InvoiceState after;
    private final Letter letter;

    private CreditNotePaper(Dossier dossier, CreditNoteIssued note) {
        this.note = note;
        this.invoice = dossier.issued(note.invoiceId());
        this.after = dossier.invoiceAfter(note.invoiceId(), fact -> fact.equals(note));
        AccountState account =
                dossier.accountAt(fact ->
                        fact instanceof CreditNoteNumberAssigned assigned
                                && assigned.creditNoteId().equals(note.creditNoteId()));
        this.letter = Letter.of(account, dossier.sellerOf(account));
    }

    static Paper of(Dossier dossier, CreditNoteIssued note) {
        return new CreditNotePaper(dossier, note).paper();
    }

    private Paper paper() {
        Words words = letter.words();
        return new Paper(
                letter.heading("CREDIT_NOTE", note.number(), "billed.to"),
                letter.customer(),
                List.of(
                        letter.fact("issued", words.date(note.effectiveOn())),
                        letter.fact("for.invoice", invoice.number()),
                        letter.fact("reason", words.get("reason." + note.reason())),
                        letter.currency()),
                new Band(words.get("credited"), words.money(total()), null, "neutral"),
                columns(words),
                note.lines().stream().map(this::row).toList(),
                sums(),
                List.of(letter.questions()));
    }

    private static List<Column> columns(Words words) {
        return List.of(
                new Column(words.get("column.description"), "first", "36%"),
                new Column(words.get("column.period"), "first", "26%"),
                new Column(words.get("column.tax.rate"), "amount", "8%"),
                new Column(words.get("column.tax"), "amount", "15%"),
                new Column(words.get("column.net"), "amount", "15%"));
    }

    private Row row(CreditNoteLine line) {
        Words words = letter.words();
        InvoiceLine credited = credited(line);
        return new Row(
                "line",
                List.of(
                        Cell.of(
                                product(credited)
                                        + ", "
                                        + words.licences(credited.basis().quantity()),
                                words.get("line.of", line.lineNumber(), invoice.number())),
                        Cell.of(period(line, credited)),
                        Cell.amount(words.percent(credited.amount().taxRate().percent()) + "%"),
                        Cell.amount(words.amount(line.tax())),
                        Cell.amount(words.amount(line.net()))));
    }

    private String period(CreditNoteLine line, InvoiceLine credited) {
        BillingPeriod whole = credited.basis().period();
        LocalDate from = line.from().isBefore(whole.end()) ? line.from() : whole.start();
        return letter.words().period(new BillingPeriod(from, whole.end()));
    }

    private List<Sum> sums() {
        Words words = letter.words();
        List<Taxed> taxed =
                note.lines().stream()
                        .map(line ->
                                new Taxed(
                                        credited(line).amount().taxRate(), line.net(), line.tax()))
                        .toList();
        List<Sum> sums = new ArrayList<>(letter.sums(taxed));
        sums.add(
                Sum.of(
                        words.get("debt.lowered", invoice.number()),
                        words.amount(note.cancelled())));
        sums.add(Sum.of(words.get("credit.granted"), words.amount(note.granted())));
        sums.add(
                new Sum(
                        words.get("left"),
                        invoice.number(),
                        words.money(after.outstanding()),
                        "final"));
        return sums;
    }

    private Money total() {
        return note.cancelled().plus(note.granted());
    }

    private InvoiceLine credited(CreditNoteLine line) {
        return invoice.lines().get(line.lineNumber() - 1);
    }

    private String product(InvoiceLine line) {
        return letter.seller()
                .productName(
                        invoice.pricedBy().catalogVersion(),
                        line.product(),
                        letter.words().language());
    }
}
