package dev.mastro.command.catalog;

/** What the actor of a command is (api.md 1): the customer's people, then the seller's. */
public enum ActorRole {
    OWNER,
    ADMIN,
    /** The billing contact, or a custom role with the right to bill. */
    BILLING,
    MEMBER,
    SUPPORT,
    SALES,
    /** The representative of a corporate account (billing.md R003-08, R004-07). */
    CORPORATE,
    FINANCE,
    SYSTEM;

    /** Whether the actor acts for the seller, not for the customer. */
    public boolean ofSeller() {
        return compareTo(SUPPORT) >= 0;
    }
}
