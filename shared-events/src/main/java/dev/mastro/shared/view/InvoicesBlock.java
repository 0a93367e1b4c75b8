package dev.mastro.shared.view;

/** Which unpaid invoices stop orders (billing.md R000-01; 6, question 6). */
public enum InvoicesBlock {
    ANY_OPEN,
    OVERDUE_ONLY,
    OFF
}
