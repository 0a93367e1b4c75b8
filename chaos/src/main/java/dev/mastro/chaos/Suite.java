package dev.mastro.chaos;

import dev.mastro.chaos.invariant.Invariants;
import dev.mastro.chaos.invariant.Violation;
import dev.mastro.chaos.report.ResultFile;
import dev.mastro.chaos.rows.DeepReader;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Result;
import dev.mastro.chaos.trial.Run;
import dev.mastro.chaos.trial.Run.Size;
import dev.mastro.chaos.trial.Trial;
import dev.mastro.chaos.world.Plan;
import dev.mastro.chaos.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs faults as often as wanted. Each finished repetition is kept at once, so a suite that was
 * interrupted goes on with the next one. What has not passed is run again with its seed, and stays.
 */
public final class Suite {

    private static final int LOOKED_AT_CLOSELY = 20;

    private final Path out;
    private final ResultFile results;
    private final Size size;
    private final long seed;
    private final Consumer<String> told;

    /**
     * Tells of each run and keeps its result.
     *
     * @param out where the data and the logs of each world lie
     */
    public Suite(Path out, ResultFile results, Size size, long seed, Consumer<String> told) {
        this.out = out;
        this.results = results;
        this.size = size;
        this.seed = seed;
        this.told = told;
    }

    /** So many repetitions of each fault; faults with the same plan share a world. */
    public void run(Map<Fault, Integer> repetitions) {
        Map<Plan, List<Fault>> byPlan =
                repetitions.keySet().stream()
                        .filter(fault -> !left(fault, repetitions.getOrDefault(fault, 0)).isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        Fault::plan, LinkedHashMap::new, Collectors.toList()));
        if (!byPlan.isEmpty()) {
            World.prepareStarts(() -> newFolder(out));
        }
        byPlan.forEach((plan, faults) -> run(plan, faults, repetitions));
    }

    private void run(Plan plan, List<Fault> faults, Map<Fault, Integer> repetitions) {
        Path folder = newFolder(out);
        try (World world = World.start(folder, plan)) {
            Trial trial = new Trial(world, folder);
            for (Fault fault : faults) {
                List<Integer> left = left(fault, repetitions.getOrDefault(fault, 0));
                for (int repetition : left) {
                    Result result =
                            trial.of(
                                    fault, Run.of(fault.id(), repetition, seed + repetition, size));
                    boolean isLast = repetition == left.getLast() && fault.equals(faults.getLast());
                    keep(isLast ? result.with(closely(world)) : result);
                }
            }
        }
    }

    /** What takes longer is looked at once, after the last fault of a world. */
    private static List<String> closely(World world) {
        try {
            return Invariants.deep(new DeepReader(world).read(LOOKED_AT_CLOSELY)).stream()
                    .map(Violation::toString)
                    .toList();
        } catch (RuntimeException e) {
            return List.of("it cannot be looked at closely: " + e);
        }
    }

    private void keep(Result result) {
        results.add(result);
        told.accept(result.inWords());
    }

    private List<Integer> left(Fault fault, int repetitions) {
        return IntStream.rangeClosed(1, repetitions)
                .filter(repetition -> !results.hasPassed(fault.id(), seed + repetition))
                .boxed()
                .toList();
    }

    /** Nothing is left there of a world that was before. */
    static Path newFolder(Path out) {
        try {
            Files.createDirectories(out);
            return Files.createTempDirectory(out, "world-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
