package dev.mastro.shared.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.calendar.PeriodShare;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineBasis;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.LineReference;
import dev.mastro.shared.subscription.SubscriptionId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A priced line with its formula: {@code quantity x unitPrice x days / periodDays}, or {@code x
 * share.part / share.whole} where the seller does not count actual days. {@code taxRate} is in
 * percent; {@code credits} names the line that is given back, if any.
 */
public record LineView(
        int number,
        SubscriptionId subscription,
        String product,
        LineKind kind,
        String description,
        @JsonUnwrapped Formula formula,
        Money net,
        String taxRate,
        Money tax,
        @Nullable CreditedLine credits) {

    /** What the net amount was computed from. */
    public record Formula(
            BillingPeriod period,
            long days,
            long periodDays,
            int quantity,
            Money unitPrice,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PeriodShare share) {}

    /** The line that a credit gives back. */
    public record CreditedLine(InvoiceId invoice, int line) {}

    /** The line as both sides show it. */
    public static LineView of(InvoiceLine line) {
        LineBasis basis = line.basis();
        return new LineView(
                line.number(),
                line.subscriptionId(),
                line.product(),
                line.kind(),
                LineText.of(line),
                new Formula(
                        basis.period(),
                        basis.period().days(),
                        basis.periodDays(),
                        basis.quantity(),
                        basis.unitPrice(),
                        basis.share()),
                line.amount().net(),
                line.amount().taxRate().percent(),
                line.amount().tax(),
                credited(line.credits()));
    }

    private static @Nullable CreditedLine credited(@Nullable LineReference credits) {
        return credits == null ? null : new CreditedLine(credits.invoiceId(), credits.lineNumber());
    }
}
