package dev.mastro.command.catalog;

/** Where the books put what a product earns (billing.md 5.1). */
public enum RevenueKind {
    SUBSCRIPTION,
    ONE_MONTH
}
