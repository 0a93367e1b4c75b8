package dev.mastro.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.chaos.fault.process.CommandNodeKilled;
import dev.mastro.chaos.report.ResultFile;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Run;
import dev.mastro.chaos.trial.Run.Size;
import dev.mastro.chaos.trial.Verdict;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WantedTest {

    private static final Fault FAULT = new CommandNodeKilled();
    private static final Run FIRST = Run.of("F1", 1, 8, Size.RELEASE);
    private static final Run SECOND = Run.of("F1", 2, 9, Size.RELEASE);
    private static final Wanted TWO = new Wanted(Map.of(FAULT, 2), Size.RELEASE, 7, false);
    private static final Wanted BOTH_AGAIN = new Wanted(Map.of(FAULT, 2), Size.RELEASE, 7, true);

    @TempDir Path folder;

    private ResultFile results;

    @BeforeEach
    void noResults() {
        results = new ResultFile(folder.resolve("results.csv"));
    }

    @Test
    void what_has_passed_is_not_left_unless_it_is_wanted_again() {
        add(FIRST, Verdict.PASSED);

        assertThat(TWO.left(FAULT, results)).containsExactly(SECOND);
        assertThat(BOTH_AGAIN.left(FAULT, results)).containsExactly(FIRST, SECOND);

        add(SECOND, Verdict.PASSED);
        assertThat(TWO.faults(results)).isEmpty();
        assertThat(BOTH_AGAIN.faults(results)).containsExactly(FAULT);
    }

    @Test
    void a_small_run_is_none_of_the_wanted_size() {
        add(Run.of("F1", 1, 8, Size.SMOKE), Verdict.PASSED);

        assertThat(TWO.left(FAULT, results)).containsExactly(FIRST, SECOND);
    }

    @Test
    void all_have_passed_when_each_did_in_its_last_run() {
        add(FIRST, Verdict.VIOLATED);
        add(FIRST, Verdict.PASSED);
        assertThat(TWO.havePassed(results)).isFalse();

        add(SECOND, Verdict.PASSED);
        assertThat(TWO.havePassed(results)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"VIOLATED", "INCONCLUSIVE"})
    void what_did_not_pass_at_last_has_not_passed(Verdict last) {
        add(FIRST, Verdict.PASSED);
        add(SECOND, Verdict.PASSED);
        add(SECOND, last);

        assertThat(TWO.havePassed(results)).isFalse();
        assertThat(BOTH_AGAIN.havePassed(results)).isFalse();
    }

    private void add(Run run, Verdict verdict) {
        results.add(RunFixture.ended(FAULT, run, verdict));
    }
}
