package dev.mastro.query.explanation;

import dev.mastro.query.explanation.Explanation.Amount;
import dev.mastro.query.explanation.Explanation.Credited;
import dev.mastro.query.explanation.Explanation.Kind;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.view.LineView;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/** Explains lines from the events that issued them. */
final class LineExplanations {

    private LineExplanations() {}

    /** A line that bills a period. */
    static Explanation charge(InvoiceIssued invoice, InvoiceLine line) {
        LineView.Formula formula = LineView.of(line).formula();
        boolean whole = formula.days() == formula.periodDays();
        Amount net = LineAmounts.charge(line, formula);
        Amount tax = LineAmounts.taxOfCharge(invoice, line);
        return new Explanation(
                invoice.number(),
                line.number(),
                whole ? Kind.CHARGE : Kind.PRORATED_CHARGE,
                net.text() + " " + tax.text(),
                net,
                tax,
                invoice.pricedBy(),
                null);
    }

    /** A line that gives back what remains of an earlier one. */
    static Explanation credit(InvoiceIssued invoice, InvoiceLine line, InvoiceIssued creditedOn) {
        InvoiceLine credited = LineAmounts.line(creditedOn, reference(line));
        long left = LineView.of(line).formula().days();
        Amount net = LineAmounts.remaining("net", line.amount().net(), credited, left);
        Amount tax = LineAmounts.remaining("tax", line.amount().tax(), credited, left);
        return new Explanation(
                invoice.number(),
                line.number(),
                Kind.CREDIT,
                "Gives back what remains of line %d of %s. %s %s"
                        .formatted(credited.number(), creditedOn.number(), net.text(), tax.text()),
                net,
                tax,
                invoice.pricedBy(),
                credited(creditedOn, credited));
    }

    /** A line of a credit note on the invoice. */
    static Explanation creditNote(InvoiceIssued invoice, CreditNoteIssued note, int number) {
        CreditNoteLine line = note.lines().get(number - 1);
        InvoiceLine credited = LineAmounts.line(invoice, line.lineNumber());
        long left = ChronoUnit.DAYS.between(line.from(), credited.basis().period().end());
        Amount net = LineAmounts.remaining("net", line.net(), credited, left);
        Amount tax = LineAmounts.remaining("tax", line.tax(), credited, left);
        String why =
                "Credit note for %s: gives back line %d of %s from %s on. %s %s"
                        .formatted(
                                note.reason().name().toLowerCase(Locale.ROOT),
                                credited.number(),
                                invoice.number(),
                                line.from(),
                                net.text(),
                                tax.text());
        return new Explanation(
                note.number(),
                number,
                Kind.CREDIT_NOTE,
                why,
                net,
                tax,
                invoice.pricedBy(),
                credited(invoice, credited));
    }

    /** Whether the line gives something back. */
    static boolean isCredit(InvoiceLine line) {
        return line.kind() == LineKind.CREDIT && line.credits() != null;
    }

    private static int reference(InvoiceLine line) {
        return Objects.requireNonNull(line.credits()).lineNumber();
    }

    private static Credited credited(InvoiceIssued invoice, InvoiceLine line) {
        return new Credited(
                invoice.number(),
                line.number(),
                line.amount().net(),
                line.amount().tax(),
                "/api/v1/invoices/%s/lines/%d/explanation"
                        .formatted(invoice.number(), line.number()));
    }
}
