package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Results;
import dev.mastro.benchmarks.report.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * One run of the benchmarks.
 *
 * @param folder for the data of the servers that are started, empty at the beginning
 * @param rounds of every measurement
 * @param size by which the sizes of the figures are divided
 */
record Course(Path folder, int rounds, Size size, Results results) {

    int sized(int full) {
        return size.of(full);
    }

    /** How long throughput is measured in one go. */
    Duration span() {
        return size == Size.HUNDREDTH ? Duration.ofMillis(300) : Duration.ofSeconds(3);
    }

    /** Until what is measured runs compiled, and not as it first comes. */
    Duration warmUp() {
        return size == Size.HUNDREDTH ? Duration.ofMillis(500) : Duration.ofSeconds(20);
    }

    void eachRound(IntConsumer round) {
        for (int i = 1; i <= rounds; i++) {
            round.accept(i);
        }
    }

    void mastro(Figure figure, String variant, int round, double value, String unit) {
        add(figure, variant, Sample.MASTRO, round, value, unit);
    }

    void add(Figure figure, String variant, String subject, int round, double value, String unit) {
        results.add(new Sample(figure.title().figure(), variant, subject, round, value, unit));
    }
}
