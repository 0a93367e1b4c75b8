package dev.mastro.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTest {

    @TempDir private Path out;

    @Test
    void a_figure_is_measured_and_written_as_table_picture_and_raw_numbers() throws IOException {
        boolean complete =
                Bench.measure(
                        BenchOptions.parse(
                                "--figures=E", "--rounds=3", "--size=hundredth", "--out=" + out));

        assertThat(complete).isTrue();
        assertThat(Files.readAllLines(out.resolve("samples.csv")))
                .hasSize(1 + 2 * 2 * 3)
                .contains("figure,variant,subject,round,value,unit,measured")
                .anyMatch(line -> line.startsWith("E1,backlog,Mastro,3,"))
                .anyMatch(line -> line.startsWith("E2,every link,SHA-256 on one core,1,"));
        assertThat(out.resolve("results.md"))
                .content()
                .contains(" hundredth, 3 × |")
                .contains("| E1. sealing | backlog | ", "| COPY | ", " × | 0.30 × or more | ");
        assertThat(out.resolve("ratios.svg")).content().startsWith("<svg ").contains("E2. every");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--figures",
                "--figures=",
                "--figures=Z",
                "--figures=A,Z",
                "--figures=,",
                "--figures=K",
                "--rounds=0",
                "--rounds=many",
                "--size=huge",
                "--book=/nowhere/book.csv",
                "--book=src",
                "--out=pom.xml",
                "--speed=high"
            })
    void an_impossible_option_is_refused(String option) {
        assertThatThrownBy(() -> BenchOptions.parse(option))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
