package dev.mastro.chaos.fault.time;

import dev.mastro.chaos.load.Population;
import dev.mastro.chaos.rows.RowReader;
import dev.mastro.chaos.rows.Select;
import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Answers;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * F26: all subscriptions are due on one day, and the node that renews them is killed in the middle.
 * The other finishes, and each period is billed once.
 */
public final class DeadlineStorm implements Fault {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ACCOUNTS = 10_000;
    private static final Duration DONE_WITHIN = Duration.ofMinutes(6);

    private static final String RENEWED =
            """
            SELECT count(*) FROM ledger_event AS event
             WHERE global_index > ?
               AND payload_type = 'SubscriptionRenewed'
               AND aggregate_id = ANY (string_to_array(?, ','))
            """;

    private static final String TWICE =
            """
            SELECT aggregate_id FROM ledger_event
             WHERE payload_type = 'SubscriptionRenewed'
               AND aggregate_id = ANY (string_to_array(?, ','))
             GROUP BY aggregate_id HAVING count(*) > 1
            """;

    @Override
    public String id() {
        return "F26";
    }

    @Override
    public String title() {
        return "many renewals due at once, the node that does them killed";
    }

    @Override
    public int repetitions() {
        return 5;
    }

    @Override
    public Evidence strike(Field field) {
        Population all = field.moreCustomers("storm-", field.run().size().of(ACCOUNTS));
        String subscriptions =
                String.join(",", all.customers().stream().map(it -> it.subscription()).toList());
        long settled = new RowReader(field.world().database()).lastIndex();
        List<Node> nodes = field.world().commandNodes();
        Node first = nodes.getFirst();
        Node second = nodes.getLast();
        String later = aMonthLater(first);
        Thread mover = Thread.ofVirtual().start(() -> moveQuietly(first, later));
        Patience.until(
                DONE_WITHIN, "some are renewed", () -> renewed(field, settled, subscriptions) > 0);
        int code = first.kill();
        long before = renewed(field, settled, subscriptions);
        joinQuietly(mover);
        field.world().start(first);
        first.awaitReady();
        moveQuietly(second, later);
        int wanted = all.customers().size();
        boolean done =
                Patience.within(
                        DONE_WITHIN, () -> renewed(field, settled, subscriptions) >= wanted);
        List<String> twice =
                Select.list(field.world().database(), String.class, TWICE, subscriptions);
        return Evidence.of(
                        code == Node.KILLED && before < wanted,
                        "%s ended with %d after %d of %d renewals"
                                .formatted(first.name(), code, before, wanted))
                .requiring(done, "not all periods were billed")
                .requiring(twice.isEmpty(), "billed twice: " + twice);
    }

    private static long renewed(Field field, long after, String subscriptions) {
        return field.world()
                .database()
                .sql(RENEWED)
                .param(after)
                .param(subscriptions)
                .query(Long.class)
                .single();
    }

    private static String aMonthLater(Node node) {
        Instant now =
                Instant.parse(JSON.readTree(Answers.get(node, "/clock")).path("now").asString());
        return "{\"now\": \"%s\"}"
                .formatted(now.atOffset(ZoneOffset.UTC).plusMonths(1).plusHours(1).toInstant());
    }

    /** The one dies while it does so, the other may wait longer than we do. */
    private static void moveQuietly(Node node, String later) {
        try {
            var _ = Answers.put(node, "/clock", later);
        } catch (UncheckedIOException e) {
            // What is done in the end is looked at, and not who says so.
        }
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
