package dev.mastro.shared.view;

import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.invoice.PaymentDisputed;
import dev.mastro.shared.invoice.RefundAllocated;
import java.time.LocalDate;
import org.joda.money.Money;

/** The part of a payment that concerns an invoice, or what was given or taken back of it. */
public record PaymentView(String reference, Money amount, LocalDate valueDate) {

    /** The allocation as both sides show it. */
    public static PaymentView of(PaymentAllocated payment) {
        return new PaymentView(payment.reference(), payment.amount(), payment.effectiveOn());
    }

    /** What was given back of a payment, as both sides show it. */
    public static PaymentView of(RefundAllocated refund) {
        return new PaymentView(refund.reference(), refund.amount(), refund.effectiveOn());
    }

    /** What was taken back of a payment by a dispute, as both sides show it. */
    public static PaymentView of(PaymentDisputed dispute) {
        return new PaymentView(dispute.reference(), dispute.amount(), dispute.effectiveOn());
    }
}
