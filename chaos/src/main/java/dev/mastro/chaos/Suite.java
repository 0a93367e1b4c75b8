package dev.mastro.chaos;

import dev.mastro.chaos.report.ResultFile;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Result;
import dev.mastro.chaos.trial.Run;
import dev.mastro.chaos.world.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs faults as often as wanted. Each finished repetition is kept at once, so a suite that was
 * interrupted goes on with the next one. What has not passed is run again with its seed, and stays.
 */
final class Suite {

    private final Function<Plan, Stage> stages;
    private final ResultFile results;
    private final Consumer<String> told;

    /** Tells of each run and keeps its result; faults with the same plan share a stage. */
    Suite(Function<Plan, Stage> stages, ResultFile results, Consumer<String> told) {
        this.stages = stages;
        this.results = results;
        this.told = told;
    }

    void run(Wanted wanted) {
        Map<Plan, List<Fault>> byPlan =
                wanted.faults(results).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Fault::plan, LinkedHashMap::new, Collectors.toList()));
        byPlan.forEach((plan, faults) -> {
            try (Stage stage = stages.apply(plan)) {
                faults.forEach(fault -> run(stage, fault, wanted.left(fault, results)));
            }
        });
    }

    /** What takes longer is looked at once, after the last repetition. */
    private void run(Stage stage, Fault fault, List<Run> repetitions) {
        for (Run run : repetitions) {
            Result result = stage.of(fault, run);
            keep(run.equals(repetitions.getLast()) ? result.with(stage.closely()) : result);
        }
    }

    private void keep(Result result) {
        results.add(result);
        told.accept(result.inWords());
    }
}
