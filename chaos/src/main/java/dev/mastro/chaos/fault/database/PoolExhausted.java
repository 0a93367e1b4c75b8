package dev.mastro.chaos.fault.database;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.rows.Rows;
import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.trial.Refusals;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * F15: four connections for each node, a slow way to the database, and 64 senders. Who cannot be
 * served is told so soon, and nobody waits for somebody who waits for him.
 */
public final class PoolExhausted implements Fault {

    private static final int SENDERS = 64;
    private static final int SECONDS = 15;
    private static final Duration SLOW = Duration.ofMillis(100);

    /**
     * Five seconds for the account and a place; three for two busy cores and the statements on
     * their slow way.
     */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(8);

    /**
     * Five until its card is asked, at most; three for the gateway, which keeps its charges in the
     * same database; one for its turn with the payment, and three as above.
     */
    private static final Duration ORDER_TOLD_WITHIN = Duration.ofSeconds(12);

    @Override
    public String id() {
        return "F15";
    }

    @Override
    public String title() {
        return "4 connections, 64 senders, a slow database";
    }

    @Override
    public int repetitions() {
        return 10;
    }

    @Override
    public Plan plan() {
        return Plan.usual().with("spring.datasource.hikari.maximum-pool-size", "4");
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        List<Node> nodes = field.world().commandNodes();
        return field.underLoad(
                field.population(),
                SENDERS,
                () -> {
                    nodes.forEach(node -> node.link().slowDown(SLOW));
                    Patience.pause(Duration.ofSeconds(SECONDS));
                    nodes.forEach(node -> node.link().heal());
                    Refusals refusals = Refusals.in(field.history());
                    return Evidence.of(refusals.count() > 0, refusals.inWords());
                });
    }

    @Override
    public List<String> complaints(History frozen, History settling, Rows rows) {
        Refusals refusals = Refusals.in(frozen);
        List<String> complaints = new ArrayList<>();
        complaints.addAll(refusals.that(PoolExhausted::isOrder).complaints(ORDER_TOLD_WITHIN));
        complaints.addAll(refusals.that(it -> !isOrder(it)).complaints(TOLD_WITHIN));
        frozen.sendings().stream()
                .filter(it -> it.isUnknown() && !refusals.sendings().contains(it))
                .map(it -> "neither an answer nor a 503: " + it.inWords())
                .forEach(complaints::add);
        return complaints;
    }

    /** It is two commands when it is paid: what is due, and then with the payment. */
    private static boolean isOrder(Sending sending) {
        return sending.request().path().endsWith("/orders");
    }
}
