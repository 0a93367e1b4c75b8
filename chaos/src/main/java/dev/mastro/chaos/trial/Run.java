package dev.mastro.chaos.trial;

/**
 * One repetition of one fault.
 *
 * @param name begins every key of it, so no two runs on one database share one
 */
public record Run(String name, int repetition, long seed, Size size) {

    /** The repetition of a fault under a seed. */
    public static Run of(String fault, int repetition, long seed, Size size) {
        return new Run("%s-%d-%d-".formatted(fault, repetition, seed), repetition, seed, size);
    }

    /**
     * How much of everything.
     *
     * @param before commands that take effect before the strike
     * @param after commands that take effect after it
     * @param resent keys of which everything is known, and that are sent again all the same
     * @param percent by which long faults last, and large ones count
     */
    public record Size(int accounts, int senders, int before, int after, int resent, int percent) {

        private static final int WHOLE = 100;

        /** How a run of less than the published size is marked. */
        public static final String SMALL = "small run: ";

        /** Small enough for every build. */
        public static final Size SMOKE = new Size(10, 8, 60, 60, 60, 10);

        /** What is published. */
        public static final Size RELEASE = new Size(40, 16, 200, 200, 200, WHOLE);

        /** Whether it is less than what is published. */
        public boolean isSmall() {
            return percent < WHOLE;
        }

        /** Begins the evidence, so that a small run is never taken for a whole one. */
        String inWords() {
            return isSmall() ? SMALL : "";
        }

        /** So much of what is wanted, and one at the least. */
        public int of(int wanted) {
            return Math.max(1, wanted * percent / WHOLE);
        }
    }
}
