package dev.mastro.shared.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.calendar.PeriodShare;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.money.TaxRate;
import java.time.LocalDate;
import java.time.LocalTime;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The invoice line that pays for the service a subscription gives now (billing.md C9: one per
 * subscription). {@code period} is the span billed, {@code net} and {@code tax} what it was billed
 * at. {@code share} says how it is counted where that is not in actual days.
 */
public record ActiveLine(
        InvoiceId invoiceId,
        int lineNumber,
        BillingPeriod period,
        Money net,
        Money tax,
        TaxRate taxRate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PeriodShare share) {

    /** A line counted in actual days. */
    public ActiveLine(
            InvoiceId invoiceId,
            int lineNumber,
            BillingPeriod period,
            Money net,
            Money tax,
            TaxRate taxRate) {
        this(invoiceId, lineNumber, period, net, tax, taxRate, null);
    }

    /** What of this line belongs to {@code date} and after, net and tax alike (billing.md C6). */
    public ClosedLine closedOn(LocalDate date) {
        return closedAt(date, LocalTime.MIDNIGHT);
    }

    /** The same for a moment of the day, which matters only where seconds are counted. */
    public ClosedLine closedAt(LocalDate date, LocalTime time) {
        return new ClosedLine(
                invoiceId,
                lineNumber,
                date,
                remainingOf(net, date, time),
                remainingOf(tax, date, time),
                taxRate);
    }

    /** The same line with less of it billed. */
    ActiveLine less(Money lessNet, Money lessTax) {
        return new ActiveLine(
                invoiceId,
                lineNumber,
                period,
                net.minus(lessNet),
                tax.minus(lessTax),
                taxRate,
                share);
    }

    /** What of the net amount belongs to {@code date} and after: deferred revenue. */
    public Money deferredOn(LocalDate date) {
        return remainingOf(net, date, LocalTime.MIDNIGHT);
    }

    private Money remainingOf(Money amount, LocalDate date, LocalTime time) {
        return share == null
                ? period.remainingOf(amount, date)
                : share.remainingOf(amount, period, date, time);
    }
}
