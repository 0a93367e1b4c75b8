package dev.mastro.command.catalog;

/** What an actor may be allowed to do; the policy names the roles for each (billing.md 1.6). */
public enum ActorRight {
    /** Buy, change, cancel, pay, and keep what documents and charges need. */
    BILL,
    /** Give licences to users and take them away (billing.md R001-03, R001-23). */
    ASSIGN_LICENCES,
    /** Say who of the customer's people may do what. */
    GIVE_ROLES,
    /** Give goodwill credit. */
    GIVE_CREDIT,
    /** Pay a payment back (billing.md RF-6). */
    REFUND_PAYMENTS,
    /** Tell that a payment is disputed, and how that ended (billing.md CB-1). */
    RECORD_DISPUTES,
    /** Write a debt off, or void an invoice (billing.md WO-1). */
    GIVE_UP_DEBTS,
    /** Take paid services away for non-payment. */
    DOWNGRADE,
    /** Record on its own date what was agreed earlier (billing.md C15). */
    RECORD_EARLIER,
    /** Act on an account that people manage (billing.md R001-06, R004-07). */
    MANAGED_ACCOUNTS,
    /** Do what customer care does for the customer (billing.md R004-06). */
    SUPPORT_CHANNEL,
    /** Do what goes through sales only (billing.md R001-08). */
    SALES_CHANNEL,
    /** Do what goes through the corporate representative only (billing.md R003-08). */
    CORPORATE_CHANNEL
}
