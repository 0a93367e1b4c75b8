package dev.mastro.chaos;

import dev.mastro.chaos.invariant.Invariants;
import dev.mastro.chaos.invariant.Violation;
import dev.mastro.chaos.rows.DeepReader;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Result;
import dev.mastro.chaos.trial.Run;
import dev.mastro.chaos.trial.Trial;
import dev.mastro.chaos.world.Plan;
import dev.mastro.chaos.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A world of real processes. */
final class WorldStage implements Stage {

    private static final int LOOKED_AT_CLOSELY = 20;

    private final World world;
    private final Trial trial;

    private WorldStage(World world, Path folder) {
        this.world = world;
        this.trial = new Trial(world, folder);
    }

    /** Starts it; its data and its logs lie in a folder of its own. */
    static Stage open(Path out, Plan plan) {
        World.prepareStarts(() -> newFolder(out));
        Path folder = newFolder(out);
        return new WorldStage(World.start(folder, plan), folder);
    }

    @Override
    public Result of(Fault fault, Run run) {
        return trial.of(fault, run);
    }

    @Override
    public List<String> closely() {
        try {
            return Invariants.deep(new DeepReader(world).read(LOOKED_AT_CLOSELY)).stream()
                    .map(Violation::toString)
                    .toList();
        } catch (RuntimeException e) {
            return List.of("it cannot be looked at closely: " + e);
        }
    }

    @Override
    public void close() {
        world.close();
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
