package dev.mastro.command.examples;

import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.LineReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** What an account was billed and what of it was earned, read off the documents alone. */
public final class Earned {

    private Earned() {}

    /** Everything billed less everything given back, before tax. */
    public static String billed(BookFixture account) {
        return Step.text(byLine(account).values().stream().reduce(Money::plus).orElseThrow());
    }

    /** What is left of each line that was ever billed, in order: what it earned until closed. */
    public static List<String> segments(BookFixture account) {
        return byLine(account).values().stream().map(Step::text).toList();
    }

    /** What every line was billed, less what was given back of it, before tax. */
    public static Map<LineReference, Money> byLine(BookFixture account) {
        Map<LineReference, Money> lines = new LinkedHashMap<>();
        account.history()
                .forEach(event -> {
                    if (event instanceof InvoiceIssued invoice) {
                        invoice.lines().forEach(line -> add(lines, invoice, line));
                    } else if (event instanceof CreditNoteIssued note) {
                        for (CreditNoteLine line : note.lines()) {
                            lines.merge(
                                    new LineReference(note.invoiceId(), line.lineNumber()),
                                    line.net().negated(),
                                    Money::plus);
                        }
                    }
                });
        return lines;
    }

    private static void add(
            Map<LineReference, Money> lines, InvoiceIssued invoice, InvoiceLine line) {
        LineReference own = new LineReference(invoice.invoiceId(), line.number());
        LineReference key = line.kind() == LineKind.CREDIT ? credited(line) : own;
        lines.merge(key, line.amount().net(), Money::plus);
    }

    private static LineReference credited(InvoiceLine line) {
        if (line.credits() == null) {
            throw new AssertionError("credits no line: " + line);
        }
        return line.credits();
    }
}
