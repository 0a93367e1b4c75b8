package dev.mastro.shared.account;

/** Where granted credit came from. */
public enum CreditSource {
    /** A gift of the seller; never cashed out. */
    GOODWILL,
    /** The paid part of a credited invoice line. */
    CREDIT_NOTE,
    /** Money received above the debt. */
    PAYMENT_SURPLUS
}
