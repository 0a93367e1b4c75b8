package dev.mastro.query.seller;

/** What a customer may get a mail about (billing.md R001-16, R001-33, R000-08, R003-29). */
public enum Occasion {
    PURCHASE,
    RENEWAL,
    CHANGE,
    /** A charge failed and the invoice is still owed. */
    DUNNING,
    CANCELLATION
}
