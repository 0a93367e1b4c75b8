package dev.mastro.shared.account;

/** Through whom the account buys (billing.md R001-06, R003-08, R004-07). */
public enum Channel {
    /** The customer orders alone. */
    SELF_SERVICE,
    /** An account executive handles changes. */
    SALES_MANAGED,
    /** A representative handles changes in the corporate portal. */
    CORPORATE
}
