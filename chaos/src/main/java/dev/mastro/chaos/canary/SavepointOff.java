package dev.mastro.chaos.canary;

import dev.mastro.chaos.canary.Canary.Catch;
import dev.mastro.chaos.fault.reading.PoisonEvents;
import dev.mastro.chaos.trial.Result;
import dev.mastro.chaos.trial.Run;
import dev.mastro.chaos.trial.Trial;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.World;
import dev.mastro.query.platform.Handover;
import dev.mastro.query.platform.Letters;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Canary 9: batches are handed over without a savepoint. Here nodes really run so: after an SQL
 * error PostgreSQL takes no letter, and what should let one account wait stops all of them.
 */
final class SavepointOff {

    /** A division by zero. */
    private static final int REPETITION = 1;

    private static final Canary CANARY =
            new Canary(
                    9,
                    "read models without savepoints",
                    "real nodes that run without them, and an SQL error",
                    Set.of("F18"));

    private final World world;
    private final Path folder;

    SavepointOff(World world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    /** What a node takes in that is told to. */
    static class Planted {

        @Bean
        @Primary
        Handover withoutSavepoint(Letters letters) {
            return new Handover(letters, TransactionOperations.withoutTransaction());
        }
    }

    Catch fly(long seed) {
        restart(Map.of("SPRING_MAIN_SOURCES", Planted.class.getName()));
        PoisonEvents fault = new PoisonEvents();
        Result result =
                new Trial(world, folder)
                        .of(fault, Run.of(fault.id(), REPETITION, seed, Run.Size.SMOKE));
        restart(Map.of());
        world.awaitSettled();
        return Catch.of(CANARY, result);
    }

    private void restart(Map<String, String> environment) {
        for (Node node : world.queryNodes()) {
            var _ = node.kill();
            node.setEnvironment(environment);
            world.start(node);
            node.awaitReady();
        }
    }
}
