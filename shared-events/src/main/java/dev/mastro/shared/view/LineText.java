package dev.mastro.shared.view;

import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineBasis;
import dev.mastro.shared.invoice.LineKind;

/** A line in words: the same on quotes, orders, invoices and in queries. */
public final class LineText {

    private LineText() {}

    /** For example {@code "pro: 12 licences, 12 of 30 days"}. */
    public static String of(InvoiceLine line) {
        LineBasis basis = line.basis();
        String text =
                "%s: %s, %d of %d days"
                        .formatted(
                                line.product(),
                                licences(basis.quantity()),
                                basis.period().days(),
                                basis.periodDays());
        return line.kind() == LineKind.CREDIT ? "Credit for " + text : text;
    }

    /** For example {@code "1 licence"} or {@code "12 licences"}. */
    public static String licences(int count) {
        return count == 1 ? "1 licence" : count + " licences";
    }
}
