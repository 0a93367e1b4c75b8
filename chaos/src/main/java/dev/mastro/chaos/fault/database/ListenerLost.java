package dev.mastro.chaos.fault.database;

import dev.mastro.chaos.history.Role;
import dev.mastro.chaos.load.Wishes;
import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.trial.Field.Delivery;
import dev.mastro.chaos.world.Patience;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F25: all sessions that listen are ended; what is committed then is seen all the same. */
public final class ListenerLost implements Fault {

    private static final Duration SEEN_WITHIN = Duration.ofMinutes(1);

    /** Looking each second comes to this, plus what a busy machine adds to every step. */
    private static final long LATEST_MILLIS = 3_000;

    private static final String TERMINATE =
            """
            SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity
             WHERE application_name ~ '^(command|query)-' AND query LIKE 'LISTEN%'
            """;

    private static final String BEHIND =
            """
            SELECT count(*) FROM ledger_event AS event
              LEFT JOIN ledger_seal AS seal USING (global_index)
             WHERE NOT EXISTS (SELECT FROM timeline_item WHERE position = seal.position)
            """;

    @Override
    public String id() {
        return "F25";
    }

    @Override
    public String title() {
        return "the sessions that listen are ended";
    }

    @Override
    public int repetitions() {
        return 20;
    }

    @Override
    public Evidence strike(Field field) {
        JdbcClient database = field.world().database();
        Patience.until(SEEN_WITHIN, "all is seen", () -> isSeen(database));
        long ended = database.sql(TERMINATE).query(Long.class).single();
        field.send(
                new Delivery(
                        Wishes.goodwill(
                                field.population().customers().getFirst().account(),
                                field.run().name() + "unheard",
                                1),
                        Role.FIRST,
                        field.oneOf(field.world().commandNodes())));
        long begunAt = System.nanoTime();
        Patience.until(SEEN_WITHIN, "it is seen", () -> isSeen(database));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunAt);
        return Evidence.of(
                        ended > 0, "%d listeners ended, seen after %d ms".formatted(ended, millis))
                .requiring(millis <= LATEST_MILLIS, "seen only after " + millis + " ms");
    }

    private static boolean isSeen(JdbcClient database) {
        return database.sql(BEHIND).query(Long.class).single() == 0;
    }
}
