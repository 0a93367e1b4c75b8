package dev.mastro.command.catalog;

/** How days and fractions are counted (billing.md C4 to C8), and how a write-off treats tax. */
public record ArithmeticPolicy(DayCount dayCount, Rounding rounding, boolean badDebtTaxRelief) {

    /** How much of a period a span is (billing.md DC-1). */
    public enum DayCount {
        /** Actual days over the actual days of the whole natural period. */
        ACTUAL_DAYS,
        THIRTY_DAY_MONTH,
        PER_SECOND
    }

    /** What happens to half a minor unit. */
    public enum Rounding {
        /** Away from zero, the same for credits. */
        HALF_UP,
        HALF_EVEN
    }
}
