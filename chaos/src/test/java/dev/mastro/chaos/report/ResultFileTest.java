package dev.mastro.chaos.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.chaos.trial.Result;
import dev.mastro.chaos.trial.Result.Counts;
import dev.mastro.chaos.trial.Run;
import dev.mastro.chaos.trial.Run.Size;
import dev.mastro.chaos.trial.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

    private static final Result PASSED =
            new Result(
                    "F4",
                    1,
                    7,
                    Verdict.PASSED,
                    "process killed",
                    new Counts(10, 7, 2, 1, 95),
                    List.of(),
                    12);

    private static final Result VIOLATED =
            new Result(
                    "F4",
                    2,
                    8,
                    Verdict.VIOLATED,
                    "process killed",
                    new Counts(10, 7, 2, 1, 95),
                    List.of("I1: lost", "I4: 3 cents"),
                    12);

    private static final Result PASSED_AT_LAST = again(Verdict.PASSED, "process killed");
    private static final Result INCONCLUSIVE = again(Verdict.INCONCLUSIVE, "none");
    private static final Result SMALL = again(Verdict.PASSED, Size.SMALL + "process killed");

    @TempDir Path folder;

    @Test
    void a_repetition_that_has_passed_is_known_after_a_new_start() {
        ResultFile file = new ResultFile(folder.resolve("results.csv"));
        file.add(PASSED);
        file.add(VIOLATED);

        ResultFile later = new ResultFile(folder.resolve("results.csv"));

        assertThat(later.hasPassed("F4", run(7, Size.RELEASE))).isTrue();
        assertThat(later.hasPassed("F4", run(8, Size.RELEASE))).isFalse();
        assertThat(later.hasPassed("F4", run(9, Size.RELEASE))).isFalse();
        assertThat(later.hasPassed("F5", run(7, Size.RELEASE))).isFalse();
    }

    @Test
    void a_small_run_says_nothing_of_one_of_the_published_size() {
        ResultFile file = new ResultFile(folder.resolve("results.csv"));
        file.add(VIOLATED);
        file.add(SMALL);

        assertThat(file.hasPassed("F4", run(8, Size.SMOKE))).isTrue();
        assertThat(file.hasPassed("F4", run(8, Size.RELEASE))).isFalse();
        assertThat(ReliabilityPage.of(file.lines(), List.of()).text())
                .contains("| F4 | crash of PostgreSQL | 30 | 2 | 1 | 2 | 0 | 1 | 1 | 14 |");
    }

    @Test
    void a_repetition_that_is_violated_after_it_had_passed_is_open() {
        ResultFile file = new ResultFile(folder.resolve("results.csv"));
        file.add(PASSED_AT_LAST);
        file.add(VIOLATED);

        assertThat(file.hasPassed("F4", run(8, Size.RELEASE))).isFalse();
        assertThat(ReliabilityPage.of(file.lines(), List.of()).text())
                .contains("| F4 | crash of PostgreSQL | 30 | 2 | 0 | 2 | 0 | 1 | 1 | 14 |");
    }

    @Test
    void the_last_run_of_a_repetition_decides() {
        ResultFile file = new ResultFile(folder.resolve("results.csv"));
        file.add(VIOLATED);
        file.add(PASSED_AT_LAST);

        assertThat(file.hasPassed("F4", run(8, Size.RELEASE))).isTrue();
        assertThat(ReliabilityPage.of(file.lines(), List.of()).text())
                .contains("| F4 | crash of PostgreSQL | 30 | 2 | 0 | 2 | 0 | 1 | 0 | 14 |")
                .contains("I1: lost");

        file.add(INCONCLUSIVE);
        assertThat(file.hasPassed("F4", run(8, Size.RELEASE))).isFalse();
    }

    @Test
    void what_was_found_comes_back_as_it_was() {
        ResultFile file = new ResultFile(folder.resolve("results.csv"));
        file.add(PASSED);
        file.add(VIOLATED);

        assertThat(file.lines())
                .extracting(ResultFile.Line::result)
                .containsExactly(PASSED, VIOLATED);
    }

    @Test
    void the_page_counts_runs_and_tells_what_did_not_hold() {
        ResultFile file = new ResultFile(folder.resolve("results.csv"));
        file.add(PASSED);
        file.add(VIOLATED);

        String page = ReliabilityPage.of(file.lines(), List.of()).text();

        assertThat(page)
                .contains("| F4 | crash of PostgreSQL | 30 | 2 | 0 | 2 | 0 | 1 | 1 | 14 | 2 |")
                .containsPattern(
                        "\\| all \\|  \\| \\d+ \\| 2 \\| 0 \\| 2 \\| 0 \\| 1 \\| 1 \\| 14 \\|")
                .contains("I1: lost")
                .contains("| I14 |");
    }

    private static Run run(long seed, Size size) {
        return Run.of("F4", 1, seed, size);
    }

    private static Result again(Verdict verdict, String evidence) {
        return new Result(
                VIOLATED.fault(),
                VIOLATED.repetition(),
                VIOLATED.seed(),
                verdict,
                evidence,
                VIOLATED.counts(),
                List.of(),
                VIOLATED.seconds());
    }
}
