package dev.mastro.benchmarks.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a figure shall reach: ratios to its baseline and values, from below or from above. */
public final class Aim {

    /** A figure without an aim. */
    public static final Aim NONE = new Aim("", _ -> true, List.of());

    private final String words;
    private final Predicate<Comparison> reached;
    private final List<String> variants;

    private Aim(String words, Predicate<Comparison> reached, List<String> variants) {
        this.words = words;
        this.reached = reached;
        this.variants = variants;
    }

    private static Aim of(String words, Predicate<Comparison> reached) {
        return new Aim(words, reached, List.of());
    }

    /** At least so many times the baseline. */
    public static Aim ratioAtLeast(double bound) {
        return of(
                Numbers.ratio(bound) + " or more",
                comparison -> comparison.ratio().orElseThrow() >= bound);
    }

    /** At most so many times the baseline. */
    public static Aim ratioAtMost(double bound) {
        return of(
                Numbers.ratio(bound) + " at most",
                comparison -> comparison.ratio().orElseThrow() <= bound);
    }

    /** At least this value, in the unit of the figure. */
    public static Aim atLeast(double bound) {
        return of(Numbers.text(bound) + " or more", comparison -> comparison.mastro() >= bound);
    }

    /** At most this value, in the unit of the figure. */
    public static Aim atMost(double bound) {
        return of(Numbers.text(bound) + " at most", comparison -> comparison.mastro() <= bound);
    }

    /** This and the other. */
    public Aim and(Aim other) {
        return of(words + ", " + other.words, reached.and(other.reached));
    }

    /** This for some variants of the figure; the others are told without an aim. */
    public Aim onlyFor(String... some) {
        return new Aim(words, reached, List.of(some));
    }

    /** What this variant shall reach; empty where there is no aim. */
    public String words(Comparison comparison) {
        return isMeant(comparison) ? words : "";
    }

    /** Whether it is reached; empty where there is no aim. */
    public Optional<Boolean> isReachedBy(Comparison comparison) {
        return isMeant(comparison) ? Optional.of(reached.test(comparison)) : Optional.empty();
    }

    private boolean isMeant(Comparison comparison) {
        return !words.isEmpty() && (variants.isEmpty() || variants.contains(comparison.variant()));
    }
}
