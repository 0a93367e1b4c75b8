package dev.mastro.command.catalog;

import java.math.RoundingMode;

/** How days and fractions are counted (billing.md C4 to C8), and how a write-off treats tax. */
public record ArithmeticPolicy(DayCount dayCount, Rounding rounding, boolean badDebtTaxRelief) {

    /** How much of a period a span is (billing.md DC-1). */
    public enum DayCount {
        /** Actual days over the actual days of the whole natural period. */
        ACTUAL_DAYS,
        /** Actual days over thirty for each month of the period; a whole period is whole. */
        THIRTY_DAY_MONTH,
        /** Seconds of the local clock from the moment of an order. */
        PER_SECOND
    }

    /** What happens to half a minor unit. */
    public enum Rounding {
        /** Away from zero, the same for credits. */
        HALF_UP(RoundingMode.HALF_UP),
        /** To the even neighbour, so that halves do not add up. */
        HALF_EVEN(RoundingMode.HALF_EVEN);

        private final RoundingMode mode;

        Rounding(RoundingMode mode) {
            this.mode = mode;
        }

        /** The mode of the JDK's arithmetic. */
        public RoundingMode mode() {
            return mode;
        }
    }

    /** Whether spans are days over days, rounded half up: what needs no words on a line. */
    public boolean isUsual() {
        return dayCount == DayCount.ACTUAL_DAYS && rounding == Rounding.HALF_UP;
    }
}
