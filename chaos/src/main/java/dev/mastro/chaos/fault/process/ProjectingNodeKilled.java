package dev.mastro.chaos.fault.process;

import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.World;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * F2: SIGKILL for a node that projects, in the middle of a batch. It is stopped first, so that the
 * transaction that was seen is still open when it is killed.
 */
public final class ProjectingNodeKilled implements Fault {

    private static final Duration FOUND_WITHIN = Duration.ofMinutes(2);
    private static final String CUT_OFF = "client connection with an open transaction";

    private static final String WRITING =
            """
            SELECT count(*) FROM pg_stat_activity
             WHERE application_name = ? AND backend_xid IS NOT NULL
               AND query ~ '(token_entry|timeline|journal|accounts|invoices|subscriptions|credits)'
            """;

    @Override
    public String id() {
        return "F2";
    }

    @Override
    public String title() {
        return "`kill -9` of a projecting node in the middle of a batch";
    }

    @Override
    public int repetitions() {
        return 50;
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        World world = field.world();
        return field.underLoad(() -> {
            Node victim = stopInTheMiddle(world);
            long log = world.server().logSize();
            int code = victim.kill();
            boolean cutOff =
                    Patience.within(
                            FOUND_WITHIN, () -> world.server().logSince(log).contains(CUT_OFF));
            world.start(victim);
            victim.awaitReady();
            return Evidence.of(
                    code == Node.KILLED && cutOff,
                    "%s ended with %d and an open transaction".formatted(victim.name(), code));
        });
    }

    /** While a node is stopped, its transaction cannot end between the look and the kill. */
    private static Node stopInTheMiddle(World world) {
        AtomicReference<@Nullable Node> found = new AtomicReference<>();
        Patience.until(
                FOUND_WITHIN,
                "a node has a batch open",
                () -> {
                    for (Node node : world.queryNodes()) {
                        node.pause();
                        if (isWriting(world, node)) {
                            found.set(node);
                            return true;
                        }
                        node.goOn();
                    }
                    return false;
                });
        return Objects.requireNonNull(found.get());
    }

    private static boolean isWriting(World world, Node node) {
        return world.database().sql(WRITING).param(node.name()).query(Long.class).single() > 0;
    }
}
