package dev.mastro.benchmarks.report;

/**
 * One measured value.
 *
 * @param figure the letter of the figure
 * @param variant what was varied within the figure, for example the number of senders
 * @param subject what was measured: Mastro, or the name of its baseline
 * @param round from 1
 * @param value in {@code unit}
 * @param unit such as {@code commands/s} or {@code ms}
 * @param measured on which day, and in which size
 */
public record Sample(
        String figure,
        String variant,
        String subject,
        int round,
        double value,
        String unit,
        String measured) {

    /** The subject that the others are baselines of. */
    public static final String MASTRO = "Mastro";
}
