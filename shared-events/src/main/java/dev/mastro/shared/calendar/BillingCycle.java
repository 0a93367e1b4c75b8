package dev.mastro.shared.calendar;

import java.time.LocalDate;

/** How often a product is billed. */
public enum BillingCycle {
    /** Renews every calendar month from its anchor. */
    MONTHLY(1),
    /** Renews every calendar year from its anchor. */
    ANNUAL(12),
    /** Lives one calendar month and never renews (billing.md R001-36, C11). */
    ONE_MONTH(1);

    private final int months;

    BillingCycle(int months) {
        this.months = months;
    }

    /** How many calendar months a period has. */
    public int months() {
        return months;
    }

    /** Whether a further period follows by itself. */
    public boolean renews() {
        return this != ONE_MONTH;
    }

    /** Boundary {@code index} from the anchor, clamped to the month's length (billing.md C3). */
    public LocalDate boundary(LocalDate anchor, long index) {
        return anchor.plusMonths(index * months);
    }

    /** The period of this cycle, counted from the anchor, that contains {@code date}. */
    public BillingPeriod periodContaining(LocalDate anchor, LocalDate date) {
        long index =
                Math.floorDiv(
                        date.getYear() * 12L
                                + date.getMonthValue()
                                - anchor.getYear() * 12L
                                - anchor.getMonthValue(),
                        months);
        while (boundary(anchor, index).isAfter(date)) {
            index--;
        }
        while (!boundary(anchor, index + 1).isAfter(date)) {
            index++;
        }
        return new BillingPeriod(boundary(anchor, index), boundary(anchor, index + 1));
    }
}
