package dev.mastro.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final List<Sample> SAMPLES =
            List.of(
                    sample("stock", 1, 10),
                    sample(Sample.MASTRO, 1, 90),
                    sample("stock", 2, 30),
                    sample(Sample.MASTRO, 2, 40),
                    sample("stock", 3, 20),
                    sample(Sample.MASTRO, 3, 50));

    @Test
    void medians_are_compared_and_not_single_rounds() {
        Comparison comparison = Comparison.of(SAMPLES).getFirst();

        assertThat(comparison.mastro()).isEqualTo(50);
        assertThat(comparison.ratio()).contains(2.5);
    }

    @Test
    void an_aim_is_reached_or_not_on_its_own_side() {
        Comparison comparison = Comparison.of(SAMPLES).getFirst();

        assertThat(Aim.ratioAtLeast(2.5).isReachedBy(comparison)).contains(true);
        assertThat(Aim.ratioAtLeast(2.6).isReachedBy(comparison)).contains(false);
        assertThat(Aim.ratioAtMost(2.4).isReachedBy(comparison)).contains(false);
        assertThat(Aim.atMost(50).isReachedBy(comparison)).contains(true);
        assertThat(Aim.atLeast(51).isReachedBy(comparison)).contains(false);
        assertThat(Aim.NONE.isReachedBy(comparison)).isEmpty();
    }

    @Test
    void two_aims_are_reached_together() {
        Comparison comparison = Comparison.of(SAMPLES).getFirst();

        assertThat(Aim.ratioAtLeast(2).and(Aim.atLeast(50)).isReachedBy(comparison)).contains(true);
        assertThat(Aim.ratioAtLeast(2).and(Aim.atLeast(51)).isReachedBy(comparison))
                .contains(false);
    }

    @Test
    void a_variant_that_is_not_meant_has_no_aim() {
        Comparison comparison = Comparison.of(SAMPLES).getFirst();

        assertThat(Aim.ratioAtLeast(4).onlyFor("8 senders").isReachedBy(comparison))
                .contains(false);
        assertThat(Aim.ratioAtLeast(4).onlyFor("32 senders").isReachedBy(comparison)).isEmpty();
        assertThat(Aim.ratioAtLeast(4).onlyFor("32 senders").words(comparison)).isEmpty();
    }

    @Test
    void an_aim_that_is_missed_stands_in_the_table() {
        String table =
                ResultTable.of(
                        List.of(new Title("A", "commands", Aim.ratioAtLeast(4))),
                        Comparison.of(SAMPLES));

        assertThat(table)
                .contains(
                        "| A. commands | 8 senders | 50.00 | commands/s | stock | 20.00 | 2.50 × |"
                                + " 4.00 × or more | not reached | 2026-01-01 full, 3 × |");
    }

    private static Sample sample(String subject, int round, double value) {
        return new Sample("A", "8 senders", subject, round, value, "commands/s", "2026-01-01 full");
    }
}
