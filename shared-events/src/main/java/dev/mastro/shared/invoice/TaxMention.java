package dev.mastro.shared.invoice;

/** What the law wants a document to say about its tax. */
public enum TaxMention {
    /** The customer accounts for the tax in his own state (billing.md TX-1). */
    REVERSE_CHARGE
}
