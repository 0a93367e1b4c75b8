package dev.mastro.shared.invoice;

import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One step from a state of an invoice to the next. */
final class InvoiceFold {

    private final InvoiceState before;
    private List<PaymentAllocated> payments;
    private List<CreditAllocated> credits;
    private List<CreditNoteIssued> creditNotes;
    private List<LineNetted> netted;
    private List<RefundAllocated> refunds;
    private List<PaymentDisputed> disputes;
    private Money writtenOff;
    private Collecting collecting;
    private @Nullable InvoiceVoided voided;

    InvoiceFold(InvoiceState before) {
        this.before = before;
        this.payments = before.payments();
        this.credits = before.credits();
        this.creditNotes = before.creditNotes();
        this.netted = before.netted();
        this.refunds = before.refunds();
        this.disputes = before.disputes();
        this.writtenOff = before.writtenOff();
        this.collecting = before.collecting();
        this.voided = before.voided();
    }

    InvoiceState after(InvoiceEvent event) {
        switch (event) {
            case InvoiceIssued e -> {
                return InvoiceState.issued(e);
            }
            case PaymentAllocated e -> pay(e);
            case CreditAllocated e -> credits = InvoiceState.plus(credits, e);
            case CreditNoteIssued e -> creditNotes = InvoiceState.plus(creditNotes, e);
            case LineNetted e -> netted = InvoiceState.plus(netted, e);
            case RefundAllocated e -> refunds = InvoiceState.plus(refunds, e);
            case PaymentMissed e -> collecting = new Collecting(e, collecting.lastLoss());
            case PaymentDisputed e -> disputes = InvoiceState.plus(disputes, e);
            case PaymentRestored e -> restore(e);
            case PaymentLost e -> collecting = new Collecting(null, e);
            case InvoiceWrittenOff e -> writtenOff = writtenOff.plus(e.amount());
            case InvoiceVoided e -> voided = e;
        }
        return new InvoiceState(
                before.issued(),
                payments,
                credits,
                creditNotes,
                netted,
                refunds,
                disputes,
                writtenOff,
                collecting,
                voided);
    }

    /** Money covers what is open first, then what was written off. */
    private void pay(PaymentAllocated event) {
        Money recovered = event.amount().minus(before.outstanding());
        if (recovered.isPositive() && writtenOff.isPositive()) {
            writtenOff = writtenOff.minus(recovered);
        }
        payments = InvoiceState.plus(payments, event);
    }

    private void restore(PaymentRestored event) {
        disputes =
                disputes.stream()
                        .map(one ->
                                one.reference().equals(event.reference()) ? less(one, event) : one)
                        .filter(one -> !one.amount().isZero())
                        .toList();
    }

    private static PaymentDisputed less(PaymentDisputed dispute, PaymentRestored restored) {
        return new PaymentDisputed(
                dispute.invoiceId(),
                dispute.accountId(),
                dispute.reference(),
                dispute.amount().minus(restored.amount()),
                dispute.effectiveOn());
    }
}
