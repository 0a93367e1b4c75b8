package dev.mastro.shared.account;

/** What an account lets one of its own users do (billing.md R000-04, R004-01). */
public enum AccountRole {
    OWNER,
    ADMIN,
    /** The billing contact. */
    BILLING,
    MEMBER
}
