package dev.mastro.query.rebuild;

import dev.mastro.query.platform.RecordedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a projection write into its shadow tables: within one transaction they are found before the
 * live ones. Nothing there has to survive a crash, because a run that dies is begun anew.
 */
@Component
class ShadowWork {

    private static final int AT_ONCE = 5000;

    private static final String ENTER =
            """
            SELECT set_config('search_path', ? || ', public', true),
                   set_config('synchronous_commit', 'off', true),
                   set_config('work_mem', '64MB', true)
            """;

    private static final String LEAVE =
            """
            SELECT set_config('search_path', 'public', true),
                   set_config('synchronous_commit', 'on', true)
            """;

    private final JdbcClient jdbc;
    private final RebuildTable rebuilds;
    private final LogChunks log;
    private final TransactionTemplate transaction;
    private final TransactionTemplate moment;

    ShadowWork(
            JdbcClient jdbc,
            RebuildTable rebuilds,
            LogChunks log,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rebuilds = rebuilds;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.moment = new TransactionTemplate(transactions);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What is done in a transaction of a run. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws InterruptedException;
    }

    /** In a transaction that finds the shadow tables first. */
    void inShadow(Run run, Workers.Task work) throws InterruptedException {
        var _ =
                in(
                        transaction,
                        run,
                        () -> {
                            work.run();
                            return true;
                        });
    }

    /** The same, and all live tables stay as they are when it begins. */
    <T> T atOneMoment(Run run, Work<T> work) throws InterruptedException {
        return in(moment, run, work);
    }

    private <T> T in(TransactionTemplate template, Run run, Work<T> work)
            throws InterruptedException {
        try {
            return Objects.requireNonNull(
                    template.execute(_ -> {
                        jdbc.sql(ENTER).param(run.schema()).query(row -> {});
                        rebuilds.requireCurrent(run.name(), run.number());
                        try {
                            return work.run();
                        } catch (InterruptedException e) {
                            throw new Interruption(e);
                        }
                    }));
        } catch (Interruption e) {
            throw e.interruption;
        }
    }

    /** The rest of the transaction is about live tables. */
    void leave() {
        jdbc.sql(LEAVE).query(row -> {});
    }

    /** Projects one chunk for one part, which may keep it in memory. */
    void bulk(Run run, Run.Part part, LogChunk chunk) throws InterruptedException {
        List<RecordedEvent> events = part.of(chunk, run.until(), run.projection());
        if (!events.isEmpty()) {
            inShadow(run, () -> part.bulk().project(events));
        }
    }

    /** Brings each part to a position within the transaction that is open. */
    void follow(Run run, Map<Integer, Long> targets) throws InterruptedException {
        Map<Integer, Long> reached = new HashMap<>(run.positions());
        long from = reached.values().stream().mapToLong(Long::longValue).min().orElse(0);
        long until = targets.values().stream().mapToLong(Long::longValue).max().orElse(0);
        while (from < until) {
            LogChunk chunk = log.read(from, until, AT_ONCE, run.projection()::reads);
            for (Run.Part part : run.parts()) {
                List<RecordedEvent> events =
                        part.of(chunk, targets.getOrDefault(part.id(), 0L), run.projection());
                if (!events.isEmpty()) {
                    run.projection().project(events);
                }
            }
            from = chunk.end();
        }
    }

    /** Carries an interruption through a transaction, which is rolled back. */
    private static final class Interruption extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final InterruptedException interruption;

        Interruption(InterruptedException interruption) {
            super(interruption);
            this.interruption = interruption;
        }
    }
}
