package dev.mastro.chaos.fault.database;

import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.Plan;
import dev.mastro.chaos.world.Trap;
import dev.mastro.chaos.world.Trap.Moment;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** F11: an append takes its place in the log and then stays open, longer than anybody waits. */
public final class AppendHeldOpen implements Fault {

    private static final String APPEND = "INSERT INTO ledger_event";
    private static final Duration SPRINGS_WITHIN = Duration.ofMinutes(2);
    private static final int SECONDS = 90;

    private static final String OLDEST =
            """
            SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0)::bigint
              FROM pg_stat_activity
             WHERE application_name = ? AND backend_xid IS NOT NULL
            """;

    /** Events that are behind others in the log, though they took their index before them. */
    private static final String OVERTAKEN =
            """
            SELECT count(*)
              FROM (SELECT global_index,
                           max(global_index) OVER (ORDER BY position) AS furthest
                      FROM ledger_seal) AS seal
             WHERE global_index < furthest
            """;

    @Override
    public String id() {
        return "F11";
    }

    @Override
    public String title() {
        return "an append held open while others commit";
    }

    @Override
    public int repetitions() {
        return 10;
    }

    @Override
    public Plan plan() {
        return Plan.usual().legible();
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        Node victim = field.oneOf(field.world().commandNodes());
        int seconds = field.run().size().of(SECONDS);
        return field.underLoad(() -> {
            long before = overtaken(field);
            CountDownLatch taken = new CountDownLatch(1);
            CountDownLatch released = new CountDownLatch(1);
            victim.link()
                    .set(
                            new Trap(
                                    APPEND,
                                    Moment.BEFORE_COMMIT,
                                    _ -> {
                                        taken.countDown();
                                        awaitQuietly(released);
                                    }));
            awaitQuietly(taken);
            Patience.pause(Duration.ofSeconds(seconds));
            long open =
                    field.world()
                            .database()
                            .sql(OLDEST)
                            .param(victim.name())
                            .query(Long.class)
                            .single();
            released.countDown();
            boolean isBehind = Patience.within(SPRINGS_WITHIN, () -> overtaken(field) > before);
            return Evidence.of(
                    open >= seconds - 1 && isBehind,
                    "open for %d s at %s, sealed behind later ones".formatted(open, victim.name()));
        });
    }

    private static long overtaken(Field field) {
        return field.world().database().sql(OVERTAKEN).query(Long.class).single();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(2L * SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no commit came by");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
