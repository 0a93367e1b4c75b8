package dev.mastro.benchmarks.figure;

/** How large the figures are: as they want to be, or a tenth or a hundredth of that. */
public enum Size {
    /** As the figures want it. */
    FULL(1),
    /** A tenth of the accounts and events. */
    TENTH(10),
    /** To see that everything works. */
    HUNDREDTH(100);

    private final int divisor;

    Size(int divisor) {
        this.divisor = divisor;
    }

    int of(int full) {
        return Math.max(1, full / divisor);
    }
}
