package dev.mastro.shared.view;

import dev.mastro.shared.calendar.CountUnit;
import dev.mastro.shared.calendar.PeriodShare;
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
                "%s: %s, %s".formatted(line.product(), licences(basis.quantity()), counted(basis));
        return line.kind() == LineKind.CREDIT ? "Credit for " + text : text;
    }

    private static String counted(LineBasis basis) {
        PeriodShare share = basis.share();
        if (share == null) {
            return "%d of %d days".formatted(basis.period().days(), basis.periodDays());
        }
        String unit = share.unit() == CountUnit.DAY ? "days" : "seconds";
        return "%d of %d %s".formatted(share.part(), share.whole(), unit);
    }

    /** For example {@code "1 licence"} or {@code "12 licences"}. */
    public static String licences(int count) {
        return count == 1 ? "1 licence" : count + " licences";
    }
}
