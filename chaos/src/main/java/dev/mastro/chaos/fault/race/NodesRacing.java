package dev.mastro.chaos.fault.race;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.rows.Rows;
import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Plan;
import java.util.List;

/** F9: several nodes decide on the same few accounts, with no routing between them. */
public final class NodesRacing implements Fault {

    private static final int ACCOUNTS = 3;
    private static final int COMMANDS = 600;

    private final int nodes;

    /** With so many nodes. */
    public NodesRacing(int nodes) {
        this.nodes = nodes;
    }

    @Override
    public String id() {
        return nodes == Plan.usual().commandNodes() ? "F9" : "F9-" + nodes;
    }

    @Override
    public String title() {
        return "%d command nodes on the same three accounts".formatted(nodes);
    }

    @Override
    public int repetitions() {
        return 10;
    }

    @Override
    public Plan plan() {
        return Plan.usual().withCommandNodes(nodes);
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        int senders = field.run().size().senders() * 2;
        Evidence evidence =
                field.underLoad(
                        field.population().busiest(ACCOUNTS),
                        senders,
                        () -> {
                            field.awaitMoreAcknowledged(field.run().size().of(COMMANDS));
                            return Evidence.of(true, senders + " senders");
                        });
        int handovers = Handovers.in(field);
        return Evidence.of(
                handovers > 0,
                "%s, streams went %d times from one node to another"
                        .formatted(evidence.what(), handovers));
    }

    /** Nothing is broken here, so every race has a definite end. */
    @Override
    public List<String> complaints(History frozen, History settling, Rows rows) {
        return frozen.sendings().stream()
                .filter(Sending::isUnknown)
                .map(it -> "a race without an end: " + it.inWords())
                .toList();
    }
}
