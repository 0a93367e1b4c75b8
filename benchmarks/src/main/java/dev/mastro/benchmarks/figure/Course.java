package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Results;
import dev.mastro.benchmarks.report.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * One run of the benchmarks.
 *
 * @param folder for the data of the servers that are started, empty at the beginning
 * @param rounds of every measurement
 * @param size by which the sizes of the figures are divided
 */
public record Course(Path folder, int rounds, Size size, Results results) {

    private static final double STILL_FASTER = 1.05;
    private static final int MOST_STRETCHES = 12;

    int sized(int full) {
        return size.of(full);
    }

    /** How long throughput is measured in one go. */
    Duration span() {
        return size == Size.HUNDREDTH ? Duration.ofMillis(300) : Duration.ofSeconds(3);
    }

    /**
     * Until it runs compiled, and not as it first comes: while each stretch is faster than those
     * before.
     */
    void warmUp(int senders, IntConsumer action) {
        double fastest = 0;
        for (int stretch = 1; stretch <= mostStretches(); stretch++) {
            double pace = Senders.pace(senders, stretch(), action).perSecond();
            if (pace < fastest * STILL_FASTER) {
                return;
            }
            fastest = Math.max(fastest, pace);
        }
    }

    private int mostStretches() {
        return size == Size.HUNDREDTH ? 1 : MOST_STRETCHES;
    }

    private Duration stretch() {
        return size == Size.HUNDREDTH ? Duration.ofMillis(500) : Duration.ofSeconds(10);
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
        results.add(
                new Sample(
                        figure.title().figure(), variant, subject, round, value, unit, measured()));
    }

    private String measured() {
        return "%s %s"
                .formatted(LocalDate.now(ZoneOffset.UTC), size.name().toLowerCase(Locale.ROOT));
    }
}
