package dev.mastro.shared.invoice;

import dev.mastro.shared.LedgerEvent;

/** A fact in the life of one invoice. */
public sealed interface InvoiceEvent extends LedgerEvent
        permits InvoiceIssued,
                PaymentAllocated,
                CreditAllocated,
                CreditNoteIssued,
                LineNetted,
                RefundAllocated,
                PaymentMissed,
                PaymentDisputed,
                PaymentRestored,
                PaymentLost,
                InvoiceWrittenOff,
                InvoiceVoided {

    /** The invoice this fact is about. */
    InvoiceId invoiceId();
}
