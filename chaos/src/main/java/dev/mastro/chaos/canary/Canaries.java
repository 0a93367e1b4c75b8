package dev.mastro.chaos.canary;

import dev.mastro.chaos.canary.Canary.Catch;
import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Recorder;
import dev.mastro.chaos.invariant.Violation;
import dev.mastro.chaos.load.Load;
import dev.mastro.chaos.load.Load.Crowd;
import dev.mastro.chaos.load.Population;
import dev.mastro.chaos.load.Sender;
import dev.mastro.chaos.rows.DeepReader;
import dev.mastro.chaos.rows.RowReader;
import dev.mastro.chaos.rows.Rows;
import dev.mastro.chaos.rows.Select;
import dev.mastro.chaos.rows.TokenRow;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.Plan;
import dev.mastro.chaos.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plants each bug in a real run in which nothing was wrong, and sees who notices. */
public final class Canaries {

    private static final String RUN = "canary-";
    private static final int ACCOUNTS = 6;
    private static final int COMMANDS = 80;
    private static final int LOOKED_AT_CLOSELY = 20;
    private static final Duration DONE_WITHIN = Duration.ofMinutes(3);

    private static final String READERS =
            """
            SELECT processor_name AS reader, segment,
                   (convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint AS position
              FROM token_entry
             WHERE convert_from(token, 'UTF8')::jsonb ->> 'globalIndex' IS NOT NULL
            """;

    private static final String NO_ROWS = "ALTER";

    private static final Rows.Deep NOTHING =
            new Rows.Deep(null, Map.of(), Map.of(), List.of(), List.of());

    private final World world;
    private final long before;

    private Canaries(World world, long before) {
        this.world = world;
        this.before = before;
    }

    /** All of them, in a world of their own in this folder. */
    public static List<Catch> fly(Path folder, long seed) {
        try (World world = World.start(folder, Plan.usual())) {
            List<Catch> catches = new ArrayList<>();
            catches.add(new UntoldRaces(world, folder).fly(seed));
            catches.add(new SavepointOff(world, folder).fly(seed));
            catches.add(EndsOnly.fly(world));
            catches.addAll(fly(world, folder, seed));
            return catches;
        }
    }

    private static List<Catch> fly(World world, Path folder, long seed) {
        long before = new RowReader(world.database()).lastIndex();
        try (Recorder recorder = Recorder.in(folder.resolve(RUN + "history.jsonl"));
                Sender sender = new Sender(RUN, recorder)) {
            Population population = Population.settle(sender, RUN, world.commandNodes(), ACCOUNTS);
            Crowd crowd = new Crowd(RUN, seed, ACCOUNTS);
            try (Load _ = Load.begin(sender, crowd, population, world.commandNodes())) {
                Patience.until(
                        DONE_WITHIN,
                        "commands take effect",
                        () -> recorder.acknowledged() > COMMANDS);
            }
            world.awaitSettled();
            var _ = Population.settle(sender, RUN + "last", world.commandNodes(), 1);
            world.awaitSettled();
            return new Canaries(world, before).fly(recorder.frozen());
        }
    }

    private List<Catch> fly(History history) {
        Captured clean = capture(history);
        if (!clean.violations().isEmpty()) {
            throw new IllegalStateException("not clean before: " + clean.violations());
        }
        List<Catch> catches = new ArrayList<>();
        FalseRecords.all()
                .forEach((canary, planting) ->
                        catches.add(
                                new Catch(
                                        canary,
                                        noticed(planting.apply(clean).violations(), Set.of()))));
        Set<String> before = new HashSet<>();
        Sabotage.ofReadModels()
                .forEach((canary, statements) -> {
                    execute(statements);
                    catches.add(caught(canary, capture(history), before));
                });
        Sabotage.forGood()
                .forEach((canary, statements) -> {
                    execute(statements);
                    catches.add(caught(canary, captureLog(history, clean.deep()), before));
                });
        return catches;
    }

    private void execute(List<String> statements) {
        JdbcClient database = world.database();
        for (String statement : statements) {
            int rows = database.sql(statement).update();
            if (rows == 0 && !statement.startsWith(NO_ROWS)) {
                throw new IllegalStateException("nothing was planted by " + statement);
            }
        }
    }

    /** Only what was not wrong before this one was planted. */
    private static Catch caught(Canary canary, Captured captured, Set<String> before) {
        List<Violation> found = captured.violations();
        Catch one = new Catch(canary, noticed(found, before));
        found.forEach(violation -> before.add(violation.toString()));
        return one;
    }

    /** The log without the read models, which cannot be made again from a wrong one. */
    private Captured captureLog(History history, Rows.Deep clean) {
        Captured captured = captureLog(history);
        String mismatch = new DeepReader(world).mismatch();
        return captured.with(
                new Rows.Deep(
                        mismatch,
                        clean.live(),
                        clean.rebuilt(),
                        clean.folded(),
                        clean.remembered()));
    }

    private Captured capture(History history) {
        Captured quick = captureLog(history);
        return quick.with(new DeepReader(world).read(LOOKED_AT_CLOSELY));
    }

    private Captured captureLog(History history) {
        JdbcClient database = world.database();
        Rows rows = new RowReader(database).read(RUN, before);
        List<TokenRow> looks = Select.list(database, TokenRow.class, READERS);
        return new Captured(history, rows, looks, NOTHING);
    }

    private static Set<String> noticed(List<Violation> found, Set<String> before) {
        return found.stream()
                .filter(violation -> !before.contains(violation.toString()))
                .map(violation -> violation.invariant().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
