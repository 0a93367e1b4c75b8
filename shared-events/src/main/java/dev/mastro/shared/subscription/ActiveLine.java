package dev.mastro.shared.subscription;

import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.money.TaxRate;
import java.time.LocalDate;
import org.joda.money.Money;

/**
 * The invoice line that pays for the service a subscription gives now (billing.md C9: one per
 * subscription). {@code period} is the span billed, {@code net} and {@code tax} what it was billed
 * at.
 */
public record ActiveLine(
        InvoiceId invoiceId,
        int lineNumber,
        BillingPeriod period,
        Money net,
        Money tax,
        TaxRate taxRate) {

    /** What of this line belongs to {@code date} and after, net and tax alike (billing.md C6). */
    public ClosedLine closedOn(LocalDate date) {
        return new ClosedLine(
                invoiceId,
                lineNumber,
                date,
                period.remainingOf(net, date),
                period.remainingOf(tax, date),
                taxRate);
    }
}
