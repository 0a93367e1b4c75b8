package dev.mastro.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.chaos.fault.database.DatabaseCrashed;
import dev.mastro.chaos.fault.process.CommandNodeKilled;
import dev.mastro.chaos.fault.process.SealerKilled;
import dev.mastro.chaos.report.ResultFile;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Result;
import dev.mastro.chaos.trial.Run;
import dev.mastro.chaos.trial.Run.Size;
import dev.mastro.chaos.trial.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SuiteTest {

    private static final Run FIRST = Run.of("F1", 1, 8, Size.RELEASE);

    @TempDir Path folder;

    private final List<String> done = new ArrayList<>();
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final List<String> seenClosely = new ArrayList<>();

    /** Every fault lands and everything holds, unless a test says otherwise. */
    private final class Recorded implements Stage {

        @Override
        public Result of(Fault fault, Run run) {
            String which = fault.id() + " " + run.repetition();
            done.add(which);
            return RunFixture.ended(fault, run, verdicts.getOrDefault(which, Verdict.PASSED));
        }

        @Override
        public List<String> closely() {
            done.add("looked at closely");
            return seenClosely;
        }

        @Override
        public void close() {
            done.add("closed");
        }
    }

    @Test
    void what_takes_longer_is_looked_at_after_the_last_repetition_of_each_fault() {
        var _ = run(false, new CommandNodeKilled(), new DatabaseCrashed());

        assertThat(done)
                .containsExactly(
                        "F1 1",
                        "F1 2",
                        "looked at closely",
                        "F4 1",
                        "F4 2",
                        "looked at closely",
                        "closed");
    }

    @Test
    void what_is_only_seen_closely_counts_too() {
        seenClosely.add("I8: differs");

        ResultFile results = run(false, new CommandNodeKilled());

        assertThat(results.lines())
                .extracting(line -> line.result().verdict())
                .containsExactly(Verdict.PASSED, Verdict.VIOLATED);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PASSED")
    void where_something_has_not_passed_nothing_else_is_run(Verdict verdict) {
        verdicts.put("F1 1", verdict);
        verdicts.put("F4 2", verdict);

        ResultFile results = run(false, new CommandNodeKilled(), new DatabaseCrashed());

        assertThat(done)
                .containsExactly(
                        "F1 1", "closed", "F1 2", "looked at closely", "F4 1", "F4 2", "closed");
        assertThat(results.lines())
                .extracting(line -> line.result().verdict())
                .containsExactly(verdict, Verdict.PASSED, Verdict.PASSED, verdict);
    }

    @Test
    void a_fault_that_needs_something_else_has_a_stage_of_its_own() {
        var _ = run(false, new SealerKilled(), new DatabaseCrashed());

        assertThat(done).filteredOn("closed"::equals).hasSize(2);
    }

    @Test
    void what_has_passed_is_run_again_only_when_that_is_wanted() {
        CommandNodeKilled fault = new CommandNodeKilled();
        results().add(RunFixture.ended(fault, FIRST, Verdict.PASSED));

        var _ = run(false, fault);
        assertThat(done).doesNotContain("F1 1").contains("F1 2");

        var _ = run(true, fault);
        assertThat(done).contains("F1 1");
    }

    private ResultFile run(boolean again, Fault... faults) {
        Map<Fault, Integer> twice = new LinkedHashMap<>();
        for (Fault fault : faults) {
            twice.put(fault, 2);
        }
        ResultFile results = results();
        new Suite(_ -> new Recorded(), results, _ -> {})
                .run(new Wanted(twice, Size.RELEASE, 7, again));
        return results;
    }

    private ResultFile results() {
        return new ResultFile(folder.resolve("results.csv"));
    }
}
