package dev.mastro.shared.account;

/** What an order may change (api.md 3). */
public enum ChangeType {
    /** Begin a subscription. */
    START,
    /** Set the total of licences. */
    ADJUST_LICENCES,
    /** Move to another product. */
    CHANGE_PRODUCT,
    /** Move to another billing cycle. */
    SWITCH_CYCLE
}
