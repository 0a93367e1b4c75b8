package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;

import java.util.List;

/** What follows an invoice that is due and unpaid; days count from its due date. */
public record NonPaymentPolicy(
        End end, UnpaidInvoice unpaidInvoice, List<Integer> retryDays, int endAfterDays) {

    /** How paid services end (billing.md R000-02, R003-07). */
    public enum End {
        /** Down to the free service on day {@code endAfterDays}. */
        DOWNGRADE,
        /** Suspended {@code endAfterDays} after the paid period ended. */
        SUSPEND_AT_PERIOD_END
    }

    /** What becomes of the invoice that was not paid. */
    public enum UnpaidInvoice {
        /** A credit note leaves the days with access owed (billing.md NP-1). */
        CREDIT_UNUSED_DAYS,
        /** Nothing is owed for a period that was never served (billing.md 6, question 13). */
        VOID
    }

    public NonPaymentPolicy {
        retryDays = List.copyOf(retryDays);
        int last = 0;
        for (int day : retryDays) {
            require(day > 0, "retryDays", "must be positive, got " + retryDays);
            require(day > last, "retryDays", "must rise, got " + retryDays);
            last = day;
        }
        require(endAfterDays >= 0, "endAfterDays", "must not be negative, got " + endAfterDays);
        require(
                endAfterDays >= last,
                "endAfterDays",
                "must not be before the last retry on day " + last + ", got " + endAfterDays);
    }
}
