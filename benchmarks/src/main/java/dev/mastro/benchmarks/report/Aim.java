package dev.mastro.benchmarks.report;

import java.util.Optional;

/** What a figure shall reach: a ratio to its baseline or a value, from below or from above. */
public record Aim(String words, Kind kind, double bound) {

    /** What is bounded, and on which side. */
    public enum Kind {
        /** The ratio to the baseline is at least the bound. */
        RATIO_AT_LEAST,
        /** The ratio to the baseline is at most the bound. */
        RATIO_AT_MOST,
        /** The value itself is at least the bound. */
        VALUE_AT_LEAST,
        /** The value itself is at most the bound. */
        VALUE_AT_MOST,
        /** Nothing: the value is told. */
        NONE
    }

    /** A figure without an aim. */
    public static final Aim NONE = new Aim("", Kind.NONE, 0);

    /** At least so many times the baseline. */
    public static Aim ratioAtLeast(double bound) {
        return new Aim(Numbers.ratio(bound) + " or more", Kind.RATIO_AT_LEAST, bound);
    }

    /** At most so many times the baseline. */
    public static Aim ratioAtMost(double bound) {
        return new Aim(Numbers.ratio(bound) + " at most", Kind.RATIO_AT_MOST, bound);
    }

    /** At least this value, in the unit of the figure. */
    public static Aim atLeast(double bound) {
        return new Aim(Numbers.text(bound) + " or more", Kind.VALUE_AT_LEAST, bound);
    }

    /** At most this value, in the unit of the figure. */
    public static Aim atMost(double bound) {
        return new Aim(Numbers.text(bound) + " at most", Kind.VALUE_AT_MOST, bound);
    }

    /** Whether it is reached; empty where there is no aim. */
    public Optional<Boolean> isReachedBy(Comparison comparison) {
        return switch (kind) {
            case NONE -> Optional.empty();
            case RATIO_AT_LEAST -> comparison.ratio().map(ratio -> ratio >= bound);
            case RATIO_AT_MOST -> comparison.ratio().map(ratio -> ratio <= bound);
            case VALUE_AT_LEAST -> Optional.of(comparison.mastro() >= bound);
            case VALUE_AT_MOST -> Optional.of(comparison.mastro() <= bound);
        };
    }
}
