package dev.mastro.chaos.canary;

import dev.mastro.chaos.canary.Canary.Catch;
import dev.mastro.chaos.fault.race.NodesRacing;
import dev.mastro.chaos.trial.Result;
import dev.mastro.chaos.trial.Run;
import dev.mastro.chaos.trial.Trial;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Canary 2: who loses a race is told that something is wrong, as Axon's default resolver does. Here
 * nodes really run with it: the key of streams has another name than the product knows, and
 * accounts are locked by a function that does nothing, so that races get as far as that key.
 */
final class UntoldRaces {

    private static final int NODES = 2;

    private static final List<String> PLANTED =
            List.of(
                    "CREATE SCHEMA sabotage",
                    "GRANT USAGE ON SCHEMA sabotage TO PUBLIC",
                    """
                    CREATE FUNCTION sabotage.pg_advisory_xact_lock(bigint) RETURNS void
                    LANGUAGE plpgsql AS 'BEGIN END'
                    """,
                    "ALTER TABLE ledger_event RENAME CONSTRAINT ledger_event_stream_key TO unknown",
                    "ALTER DATABASE mastro SET search_path = sabotage, pg_catalog, public");

    private static final List<String> TAKEN_BACK =
            List.of(
                    "ALTER DATABASE mastro RESET search_path",
                    "ALTER TABLE ledger_event RENAME CONSTRAINT unknown TO ledger_event_stream_key",
                    "DROP SCHEMA sabotage CASCADE");

    private static final Canary CANARY =
            new Canary(
                    2,
                    "a race that is not told from a fault",
                    "its cause by SQL while real nodes race",
                    Set.of("F9"));

    private final World world;
    private final Path folder;

    UntoldRaces(World world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    Catch fly(long seed) {
        execute(PLANTED);
        NodesRacing fault = new NodesRacing(NODES);
        Result result =
                new Trial(world, folder).of(fault, Run.of(fault.id(), 1, seed, Run.Size.SMOKE));
        execute(TAKEN_BACK);
        world.awaitSettled();
        return Catch.of(CANARY, result);
    }

    /** Sessions that are there keep to what they found when they began. */
    private void execute(List<String> statements) {
        statements.forEach(statement -> world.database().sql(statement).update());
        for (Node node : world.commandNodes()) {
            var _ = node.link().cutAll();
        }
    }
}
