package dev.mastro.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.chaos.fault.Faults;
import dev.mastro.chaos.report.ResultFile;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Result;
import dev.mastro.chaos.trial.Run.Size;
import dev.mastro.chaos.trial.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault of the smallest tier once, on real processes that share one world. */
class SmokeTierIT {

    private static final long SEED = 20_250_401;

    @TempDir Path folder;

    @Test
    void nothing_is_lost_doubled_or_stuck_whatever_is_broken() {
        Map<Fault, Integer> faults = new LinkedHashMap<>();
        Faults.smoke().forEach(fault -> faults.put(fault, 1));

        ResultFile kept = new ResultFile(folder.resolve("results.csv"));

        new Suite(plan -> WorldStage.open(folder, plan), kept, System.out::println)
                .run(new Wanted(faults, Size.SMOKE, SEED, false));

        List<Result> results = kept.lines().stream().map(ResultFile.Line::result).toList();
        assertThat(results)
                .hasSize(faults.size())
                .allSatisfy(result ->
                        assertThat(result.verdict())
                                .as(result.inWords())
                                .isEqualTo(Verdict.PASSED));
    }
}
