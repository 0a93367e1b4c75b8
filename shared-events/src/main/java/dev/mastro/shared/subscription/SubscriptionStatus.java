package dev.mastro.shared.subscription;

/** What the customer sees of a subscription (api.md 4). */
public enum SubscriptionStatus {
    /** In use and renewing. */
    ACTIVE,
    /** In use until the end of its term, then over. */
    CANCELLED_PENDING_END,
    /** In use, renewing as less. */
    PENDING_DOWNGRADE,
    /** Over; a new purchase brings it back. */
    SUSPENDED,
    /** Over. */
    ENDED
}
