package dev.mastro.shared.invoice;

/** Why something was given back of an invoice. */
public enum CreditNoteReason {
    /** A line was closed by a change of the subscription. */
    PLAN_CHANGED,
    /** The account was downgraded; only days with access are owed. */
    NON_PAYMENT,
    /** A service ended before the period it was billed for. */
    EARLY_END,
    /** The service was not used since it was billed, and the customer took the refund. */
    UNUSED,
    /** A payment was given back, and with it the price of what it had paid. */
    REFUNDED
}
