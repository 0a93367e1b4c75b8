package dev.mastro.chaos.fault.upgrade;

import dev.mastro.chaos.rows.DeepReader;
import dev.mastro.chaos.rows.Select;
import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.Plan;
import dev.mastro.chaos.world.Server;
import dev.mastro.chaos.world.VerifyProgram;
import dev.mastro.chaos.world.VerifyProgram.Said;
import dev.mastro.chaos.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * F21: nodes are started, one after the other and under load, on a store that an earlier state of
 * the program has left, and then restarted one by one. There was no release yet: what is earlier is
 * the schema before positions and proofs, and every revision of an event that has a successor.
 */
public final class StoreUpgraded implements Fault {

    private static final int SHOWN = 500;
    private static final Duration DONE_WITHIN = Duration.ofMinutes(1);

    private static final String SESSIONS =
            """
            SELECT count(*) FROM pg_stat_activity WHERE application_name ~ '^(command|query)-'
            """;

    private static final String SCRIPTS =
            """
            SELECT coalesce(string_agg(version, ' ' ORDER BY installed_rank), '')
              FROM flyway_schema_history
            """;

    private static final String EARLIER =
            """
            SELECT format('%s %s of revision %s', count(*), payload_type, revision)
              FROM ledger_event
             WHERE (payload_type, revision) IN (
                   ('PaymentReceived', '1'), ('PaymentReceived', '2'), ('CreditAllocated', '1'),
                   ('RefundIssued', '1'), ('CreditNoteIssued', '1'))
             GROUP BY payload_type, revision
             ORDER BY payload_type, revision
            """;

    @Override
    public String id() {
        return "F21";
    }

    @Override
    public String title() {
        return "a store with old schema and old revisions of events, nodes restarted one by one";
    }

    @Override
    public int repetitions() {
        return 5;
    }

    /** Nobody else shares its world, whose database becomes another one. */
    @Override
    public Plan plan() {
        return Plan.usual().with("mastro.aggregate-cache.size", "20000");
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        return afterwards(field.world(), field.underLoad(() -> upgraded(field)));
    }

    private static Evidence upgraded(Field field) {
        World world = field.world();
        for (Node node : world.nodes()) {
            var _ = node.kill();
        }
        goBack(world, field.run().repetition());
        String scripts = one(world.database(), SCRIPTS);
        List<String> earlier = Select.list(world.database(), String.class, EARLIER);
        Node writer = world.commandNodes().getFirst();
        Node reader = world.queryNodes().getFirst();
        start(world, List.of(writer, reader));
        field.awaitMoreAcknowledged(field.run().size().before());
        start(world, List.of(world.commandNodes().getLast()));
        start(world, List.of(world.queryNodes().getLast()));
        for (Node node : List.of(writer, reader)) {
            var _ = node.kill();
            start(world, List.of(node));
        }
        return Evidence.of(
                !earlier.isEmpty(),
                "scripts %s before; %s after; %s"
                        .formatted(
                                scripts,
                                one(world.database(), SCRIPTS),
                                String.join("; ", earlier)));
    }

    /** What a node has asked for when it ends is still done. */
    private static void goBack(World world, int repetition) {
        Patience.until(
                DONE_WITHIN,
                "no session of a node is left",
                () -> world.database().sql(SESSIONS).query(Long.class).single() == 0);
        Server server = world.server();
        String name = "earlier_" + repetition;
        EarlierStore.make(server.database(), server.database(name));
        server.use(name);
    }

    private static void start(World world, List<Node> nodes) {
        nodes.forEach(world::start);
        nodes.forEach(Node::awaitReady);
    }

    /** The chain of all that was old, and read models that were made of it. */
    private static Evidence afterwards(World world, Evidence evidence) {
        world.awaitSettled();
        Said said = VerifyProgram.run(world.server().database(), List.of());
        Map<String, String> live = DeepReader.prints(world.database());
        new DeepReader(world).rebuild();
        String text = said.text();
        return evidence.requiring(
                        said.isIntact(),
                        "I7: " + text.substring(Math.max(0, text.length() - SHOWN)))
                .requiring(
                        live.equals(DeepReader.prints(world.database())),
                        "I8: what was read from old events is not what the log says");
    }

    private static String one(JdbcClient database, String question) {
        return database.sql(question).query(String.class).single();
    }
}
