package dev.mastro.shared.invoice;

/** Why a debt was lowered. */
public enum CreditNoteReason {
    /** A line was closed by a change of the subscription. */
    PLAN_CHANGED,
    /** The account was downgraded; only days with access are owed. */
    NON_PAYMENT,
    /** A service ended before the period it was billed for. */
    EARLY_END
}
