package dev.mastro.command.due;

/** What falls due, in the order in which an account's items of one instant are done. */
public enum DueKind {
    /** Reserved money is taken; a repair, because whoever recorded the payment does it at once. */
    CAPTURE,
    /** A credit grant is past its last day. */
    CREDIT_EXPIRY,
    /** A held order is past the day until which it waits for its payment. */
    ORDER_LAPSE,
    /** A period of a subscription is over: it renews or ends. */
    PERIOD_END,
    /** A one-month product is over. */
    PRODUCT_EXPIRY,
    /** An open invoice is charged again. */
    COLLECT,
    /** Paid services end because an invoice was not paid. */
    NON_PAYMENT_END,
    /** A refund is paid out. */
    REFUND_SETTLEMENT
}
