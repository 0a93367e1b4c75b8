package dev.mastro.shared.account;

/** How the account settles its invoices. */
public enum PaymentTerms {
    /** The stored payment method is charged when an invoice falls due. */
    CARD,
    /** The customer pays by transfer within the agreed net days. */
    ON_INVOICE
}
