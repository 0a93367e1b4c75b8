package dev.mastro.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Results;
import dev.mastro.benchmarks.report.Sample;
import dev.mastro.benchmarks.report.Title;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

    @TempDir Path folder;

    private record Told(String name, boolean isBroken, double value) implements Figure {

        @Override
        public Title title() {
            return FiguresTest.title(name);
        }

        @Override
        public void measure(Course course) {
            course.mastro(this, "first", 1, value, "s");
            if (isBroken) {
                throw new IllegalStateException("in the middle of it");
            }
        }
    }

    @Test
    void a_figure_that_fails_is_told_and_leaves_the_others() {
        Figures figures = new Figures(List.of(new Told("Y", true, 1), new Told("Z", false, 1)));

        Results results = measured(figures);

        assertThat(results.failed()).extracting(Title::figure).containsExactly("Y");
        assertThat(results.samples()).extracting("figure").containsExactly("Z");
    }

    @Test
    void a_figure_that_is_measured_again_replaces_its_samples_and_no_others() {
        var _ = measured(new Figures(List.of(new Told("Y", false, 1), new Told("Z", false, 1))));

        Results again =
                measured(new Figures(List.of(new Told("Z", false, 2), new Told("Y", true, 2))));

        assertThat(again.failed()).extracting(Title::figure).containsExactly("Y");
        assertThat(measured(new Figures(List.of())).samples())
                .extracting(Sample::figure, Sample::value)
                .containsExactly(tuple("Y", 1.0), tuple("Z", 2.0));
    }

    private Results measured(Figures figures) {
        List<Title> titles = List.of(title("Y"), title("Z"));
        Results results = new Results(folder, titles, () -> "none");
        figures.measure(new Course(folder, 1, Size.HUNDREDTH, results), _ -> {});
        return results;
    }

    private static Title title(String name) {
        return new Title(name, "something", Aim.NONE);
    }
}
