package dev.mastro.shared.subscription;

/** Why a subscription ended. */
public enum EndCause {
    /** Renewal was off, and the term is over. */
    END_OF_TERM,
    /** The account was downgraded or suspended for non-payment. */
    NON_PAYMENT,
    /** A one-month product reached its expiry. */
    EXPIRED,
    /** The plan an add-on needs has ended. */
    BASE_ENDED,
    /** The customer cancelled it unused and took the refund. */
    REFUNDED,
    /** The account was closed. */
    CLOSED
}
