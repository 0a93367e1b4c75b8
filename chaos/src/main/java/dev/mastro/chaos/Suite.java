package dev.mastro.chaos;

import dev.mastro.chaos.report.ResultFile;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Result;
import dev.mastro.chaos.trial.Run;
import dev.mastro.chaos.trial.Verdict;
import dev.mastro.chaos.world.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs faults as often as wanted. Each finished repetition is kept at once, so a suite that was
 * interrupted goes on with the next one. What has not passed is run again with its seed, and stays.
 */
final class Suite {

    private final Function<Plan, Stage> stages;
    private final ResultFile results;
    private final Consumer<String> told;

    /**
     * Tells of each run and keeps its result; faults with the same plan share a stage as long as
     * everything passes on it.
     */
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
            try (Theatre theatre = new Theatre(plan)) {
                faults.forEach(fault -> run(theatre, fault, wanted.left(fault, results)));
            }
        });
    }

    private void run(Theatre theatre, Fault fault, List<Run> repetitions) {
        for (Run run : repetitions) {
            keep(theatre.play(fault, run, run.equals(repetitions.getLast())));
        }
    }

    private void keep(Result result) {
        results.add(result);
        told.accept(result.inWords());
    }

    /**
     * Has a stage of a plan, and another one once something has not passed there: what it has left
     * behind must not be the next one's failure.
     */
    private final class Theatre implements AutoCloseable {

        private final Plan plan;
        private @Nullable Stage stage;

        Theatre(Plan plan) {
            this.plan = plan;
        }

        /** What takes longer is looked at once, when the last one has passed. */
        Result play(Fault fault, Run run, boolean isLast) {
            Stage current = stage == null ? stages.apply(plan) : stage;
            stage = current;
            Result result = current.of(fault, run);
            if (isLast && hasPassed(result)) {
                result = result.with(current.closely());
            }
            if (!hasPassed(result)) {
                close();
            }
            return result;
        }

        @Override
        public void close() {
            if (stage != null) {
                stage.close();
                stage = null;
            }
        }

        private static boolean hasPassed(Result result) {
            return result.verdict() == Verdict.PASSED;
        }
    }
}
