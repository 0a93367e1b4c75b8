package dev.mastro.query.rebuild;

import dev.mastro.eventstore.RefusedTokens;
import dev.mastro.query.platform.LiveSegments;
import dev.mastro.query.platform.PassingFailure;
import dev.mastro.query.platform.ReadTable;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts shadow tables in the place of the live ones. The projection stands still for the moment that
 * this takes. It gives up a try before readers would have to wait long for it, and before the
 * database would end one of them to solve a deadlock.
 */
@Component
class TablesSwitch {

    private static final int TRIES = 240;
    private static final int PAUSE_MILLIS = 500;

    private static final String WAIT_FOR_A_BATCH =
            """
            SELECT set_config('lock_timeout', '5s', true)
            """;

    private static final String WAIT_FOR_READERS =
            """
            SELECT set_config('lock_timeout', '250ms', true)
            """;

    private static final String DROP_LETTERS =
            """
            DELETE FROM dead_letter_entry WHERE processing_group = ?
            """;

    private final JdbcClient jdbc;
    private final ShadowWork shadow;
    private final LiveSegments live;
    private final RebuildTable rebuilds;
    private final RefusedTokens refused;

    TablesSwitch(
            JdbcClient jdbc,
            ShadowWork shadow,
            LiveSegments live,
            RebuildTable rebuilds,
            RefusedTokens refused) {
        this.jdbc = jdbc;
        this.shadow = shadow;
        this.live = live;
        this.rebuilds = rebuilds;
        this.refused = refused;
    }

    void put(Run run) throws InterruptedException {
        for (int failed = 0; ; ) {
            try {
                shadow.inShadow(run, () -> inOneTransaction(run));
                return;
            } catch (RuntimeException e) {
                failed++;
                if (failed == TRIES || !PassingFailure.is(e)) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void inOneTransaction(Run run) throws InterruptedException {
        jdbc.sql(WAIT_FOR_A_BATCH).query(row -> {});
        Map<Integer, Long> positions = live.hold(run.name());
        shadow.follow(run, positions);
        shadow.leave();
        jdbc.sql(WAIT_FOR_READERS).query(row -> {});
        jdbc.sql("LOCK TABLE %s IN ACCESS EXCLUSIVE MODE".formatted(liveTables(run))).update();
        jdbc.sql("CREATE SCHEMA " + run.retired()).update();
        for (ReadTable table : run.projection().tables()) {
            move("public", table, run.retired());
            move(run.schema(), table, "public");
        }
        jdbc.sql(DROP_LETTERS).param(run.name()).update();
        refused.forget(run.name());
        rebuilds.finish(
                run.name(), positions.values().stream().mapToLong(Long::longValue).min().orElse(0));
    }

    private static String liveTables(Run run) {
        return run.projection().tables().stream()
                .map(table -> "public." + table.name())
                .collect(Collectors.joining(", "));
    }

    private void move(String from, ReadTable table, String to) {
        jdbc.sql("ALTER TABLE %s.%s SET SCHEMA %s".formatted(from, table.name(), to)).update();
    }
}
