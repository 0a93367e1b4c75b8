package dev.mastro.chaos.fault.reading;

import dev.mastro.chaos.history.Role;
import dev.mastro.chaos.load.Customer;
import dev.mastro.chaos.load.Wishes;
import dev.mastro.chaos.rows.DeepReader;
import dev.mastro.chaos.rows.Select;
import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Answers;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.Plan;
import dev.mastro.chaos.world.ReadModels;
import dev.mastro.chaos.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * F18: events of one account that some read model cannot handle. It alone waits; after the
 * correction its letters are projected, and what comes out is what the log says.
 */
public final class PoisonEvents implements Fault {

    private static final Duration SEEN_WITHIN = Duration.ofMinutes(1);
    private static final Duration GONE_ON_WITHIN = Duration.ofMinutes(1);

    /** More licences than anybody else asks for, so that each step is an invoice. */
    private static final int LICENCES = 41;

    private static final String LETTERS = "SELECT count(*) FROM dead_letter_entry";

    private static final String ACCOUNTS =
            """
            SELECT DISTINCT sequence_identifier FROM dead_letter_entry
            """;

    private static final String WAITING =
            """
            SELECT DISTINCT processing_group FROM dead_letter_entry
            """;

    /** Of events that the timeline has neither shown nor put aside, and of those it has twice. */
    private static final String LOST =
            """
            SELECT (SELECT count(*) FROM ledger_event) - (SELECT count(*) FROM timeline_item)
                   - (SELECT count(*) FROM dead_letter_entry WHERE processing_group = 'timeline')
            """;

    @Override
    public String id() {
        return "F18";
    }

    @Override
    public String title() {
        return "events that a read model cannot handle: SQL errors, Java errors, unknown types, "
                + "corrupt payloads, revisions from the future";
    }

    /** Thirty kinds, five times each. */
    @Override
    public int repetitions() {
        return 150;
    }

    /** A world of its own: its log goes on to hold what only later builds can read. */
    @Override
    public Plan plan() {
        return Plan.usual().with("spring.application.name", "poisoned");
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        Poison poison = Poison.of(field.run().repetition());
        Customer victim = field.population().customers().getFirst();
        World world = field.world();
        JdbcClient database = world.database();
        Evidence evidence =
                field.underLoad(() -> {
                    poison.plant(database, victim.account());
                    boolean seen = stirUntilSeen(field, victim, database);
                    return Evidence.of(seen, poison.inWords());
                });
        boolean wentOn = Patience.within(GONE_ON_WITHIN, () -> isDone(world));
        List<String> accounts = Select.list(database, String.class, ACCOUNTS);
        long letters = count(database, LETTERS);
        long lost = count(database, LOST);
        poison.heal(database);
        if (poison.needsAnotherBuild()) {
            upgrade(field);
        }
        retry(world);
        return afterwards(world, evidence.and(letters + " letters"))
                .requiring(wentOn, "others did not go on")
                .requiring(
                        accounts.equals(List.of(victim.account())),
                        "put aside: %s, and not %s alone".formatted(accounts, victim.account()))
                .requiring(lost == 0, "passed over or shown twice: " + lost);
    }

    private static boolean isDone(World world) {
        boolean caughtUp = ReadModels.of(world.queryNodes().getFirst()).areCaughtUp();
        return caughtUp && count(world.database(), LOST) == 0;
    }

    private static boolean stirUntilSeen(Field field, Customer victim, JdbcClient database) {
        Node node = field.world().commandNodes().getFirst();
        int[] step = {0};
        return Patience.within(
                SEEN_WITHIN,
                () -> {
                    String key = field.run().name() + "stir-" + step[0]++;
                    field.send(
                            new Field.Delivery(
                                    Wishes.goodwill(victim.account(), key, step[0]),
                                    Role.FIRST,
                                    node));
                    field.send(
                            new Field.Delivery(
                                    Wishes.licences(victim, key + "-more", LICENCES + step[0]),
                                    Role.FIRST,
                                    node));
                    return count(database, LETTERS) > 0;
                });
    }

    /** One node after the other, as it is done with a log that goes on. */
    private static void upgrade(Field field) {
        for (Node node : field.world().queryNodes()) {
            var _ = node.kill();
            node.setEnvironment(
                    Map.of(
                            "SPRING_MAIN_SOURCES",
                            AnotherBuild.class.getName(),
                            "MASTRO_CHAOS_BUILD",
                            "" + field.run().repetition()));
            field.world().start(node);
            node.awaitReady();
        }
    }

    private static void retry(World world) {
        for (String name : Select.list(world.database(), String.class, WAITING)) {
            var _ =
                    Answers.post(
                            world.queryNodes().getLast(),
                            "/projections/%s/letters/retry".formatted(name));
        }
    }

    private static Evidence afterwards(World world, Evidence evidence) {
        long left = count(world.database(), LETTERS);
        world.awaitSettled();
        Map<String, String> live = DeepReader.prints(world.database());
        new DeepReader(world).rebuild();
        return evidence.requiring(left == 0, left + " letters after the correction")
                .requiring(
                        live.equals(DeepReader.prints(world.database())),
                        "what was projected late is not what the log says");
    }

    private static long count(JdbcClient database, String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
