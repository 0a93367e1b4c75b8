package dev.mastro.command.catalog;

/** What a product is to an account. */
public enum ProductKind {
    /** What the account is on; higher plans have a higher rank. */
    PLAN,
    /** Bought beside a plan; higher capacities of a family have a higher rank. */
    ADD_ON
}
