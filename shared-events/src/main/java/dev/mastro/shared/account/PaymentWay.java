package dev.mastro.shared.account;

/** How money arrived. */
public enum PaymentWay {
    /** Charged to the stored payment method. */
    CARD,
    /** A transfer booked by finance or a bank feed. */
    BANK_TRANSFER,
    /** Paid with account and invoice number, without signing in. */
    EXPRESS
}
