package dev.mastro.benchmarks.report;

import java.util.Locale;

/** Numbers as people read them, the same everywhere. */
final class Numbers {

    private static final double LARGE = 100;

    private Numbers() {}

    /** Without decimals where nobody misses them. */
    static String text(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= LARGE ? "%,.0f" : "%.2f", value);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f ×", value);
    }
}
