package dev.mastro.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Results;
import dev.mastro.benchmarks.report.Title;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private record Told(String name, boolean isBroken) implements Figure {

        @Override
        public Title title() {
            return new Title(name, "something", Aim.NONE);
        }

        @Override
        public void measure(Course course) {
            course.mastro(this, "first", 1, 1.0, "s");
            if (isBroken) {
                throw new IllegalStateException("in the middle of it");
            }
        }
    }

    @Test
    void a_figure_that_fails_is_told_and_leaves_the_others() {
        Figures figures = new Figures(List.of(new Told("Y", true), new Told("Z", false)));

        Results results = figures.measure(Path.of("."), 1, Size.HUNDREDTH, _ -> {});

        assertThat(results.failed()).extracting(Title::figure).containsExactly("Y");
        assertThat(results.samples()).extracting("figure").containsExactly("Z");
    }
}
