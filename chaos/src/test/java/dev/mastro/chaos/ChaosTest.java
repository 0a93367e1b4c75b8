package dev.mastro.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.chaos.fault.process.CommandNodeKilled;
import dev.mastro.chaos.report.ResultFile;
import dev.mastro.chaos.trial.Run;
import dev.mastro.chaos.trial.Run.Size;
import dev.mastro.chaos.trial.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosTest {

    private static final Run RUN = Run.of("F1", 1, 8, Size.RELEASE);

    @TempDir Path folder;

    @Test
    void what_did_not_hold_once_and_has_passed_since_is_no_failure() {
        ResultFile results = new ResultFile(folder.resolve("results.csv"));
        results.add(RunFixture.ended(new CommandNodeKilled(), RUN, Verdict.VIOLATED));
        results.add(RunFixture.ended(new CommandNodeKilled(), RUN, Verdict.PASSED));

        assertThat(Chaos.run("--fault=F1", "--repetitions=1", "--seed=7", "--results=" + folder))
                .isZero();
    }

    @Test
    void a_wrong_option_is_exit_code_2() {
        assertThat(Chaos.run("--fault=F0")).isEqualTo(2);
    }
}
