package dev.mastro.shared.account;

/** What the account may still do. */
public enum AccountStanding {
    /** Orders are taken. */
    OPEN,
    /** Paid services were taken away for non-payment; orders are taken once the debt is paid. */
    DOWNGRADED,
    /** No further order is taken. */
    CLOSED
}
