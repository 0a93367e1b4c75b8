package dev.mastro.shared.invoice;

/** What became of an invoice (api.md 5). */
public enum InvoiceStatus {
    /** Something is still owed. */
    OPEN,
    /** Settled by money or credit. */
    PAID,
    /** Settled by credit notes alone. */
    CREDITED,
    /** Given up in the books; the debt survives. */
    WRITTEN_OFF,
    /** Never counted. */
    VOID
}
