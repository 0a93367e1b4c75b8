package dev.mastro.chaos.fault.database;

import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Patience;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F6: the sessions of nodes are ended by the server, any of them, five each second. */
public final class BackendsTerminated implements Fault {

    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int TIMES = 300;
    private static final int LEAST = 5;

    private static final String TERMINATE =
            """
            SELECT count(*) FILTER (WHERE pg_terminate_backend(pid))
              FROM (SELECT pid FROM pg_stat_activity
                     WHERE application_name ~ '^(command|query)-'
                     ORDER BY random()
                     LIMIT 1) AS victim
            """;

    @Override
    public String id() {
        return "F6";
    }

    @Override
    public String title() {
        return "`pg_terminate_backend` on random sessions, 5 a second for 60 s";
    }

    @Override
    public int repetitions() {
        return 10;
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        return field.underLoad(() -> {
            JdbcClient database = field.world().database();
            long ended = 0;
            for (int i = 0; i < field.run().size().of(TIMES); i++) {
                ended += database.sql(TERMINATE).query(Long.class).single();
                Patience.pause(BETWEEN);
            }
            return Evidence.of(ended >= LEAST, ended + " sessions ended");
        });
    }
}
