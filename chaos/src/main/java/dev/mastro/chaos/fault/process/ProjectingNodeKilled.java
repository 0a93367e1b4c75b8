package dev.mastro.chaos.fault.process;

import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.World;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * F2: SIGKILL for a node that projects, in the middle of a batch. It is stopped first, so that the
 * transaction that was seen is still open when it is killed. Before it comes back the other one has
 * taken all that it read.
 */
public final class ProjectingNodeKilled implements Fault {

    private static final Duration FOUND_WITHIN = Duration.ofMinutes(2);

    /** Claims of the dead are respected for five seconds. */
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(15);

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
            Takeover takeover = Takeover.await(new Claims(world.database()));
            boolean cutOff =
                    Patience.within(
                            FOUND_WITHIN, () -> world.server().logSince(log).contains(CUT_OFF));
            world.start(victim);
            victim.awaitReady();
            return Evidence.of(
                            code == Node.KILLED && cutOff,
                            "%s ended with %d and an open transaction; %s"
                                    .formatted(victim.name(), code, takeover.inWords()))
                    .requiring(takeover.isComplete(), takeover.inWords());
        });
    }

    /** Of all segments by the node that is left. */
    private record Takeover(boolean isComplete, long millis) {

        static Takeover await(Claims claims) {
            long begunAt = System.nanoTime();
            String moment = claims.now();
            boolean complete = Patience.within(TAKEN_OVER_WITHIN, () -> claims.areAllSince(moment));
            return new Takeover(
                    complete, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunAt));
        }

        String inWords() {
            return isComplete
                    ? "the other node had all segments after %d ms".formatted(millis)
                    : "the other node did not have all segments within %d ms".formatted(millis);
        }
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
