package dev.mastro.shared.view;

import dev.mastro.shared.invoice.PaymentAllocated;
import java.time.LocalDate;
import org.joda.money.Money;

/** The part of a payment, or of a refund of one, that concerns an invoice. */
public record PaymentView(String reference, Money amount, LocalDate valueDate) {

    /** The allocation as both sides show it. */
    public static PaymentView of(PaymentAllocated payment) {
        return new PaymentView(payment.reference(), payment.amount(), payment.effectiveOn());
    }
}
