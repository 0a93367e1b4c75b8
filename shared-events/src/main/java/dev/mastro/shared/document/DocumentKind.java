package dev.mastro.shared.document;

/** What was printed. */
public enum DocumentKind {
    /** An invoice, in one of its editions. */
    INVOICE,
    CREDIT_NOTE,
    /** The receipt of a payment; its number is the reference of the payment. */
    RECEIPT
}
