package dev.mastro.eventstore.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Gives each committed event its position, in the one process that holds the lock for it. The
 * others ask for the lock every second and go on where it stopped.
 */
public final class Sealer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);

    /**
     * Rest after a cycle for each event in it, and at most. Below a thousand events a second
     * readers are told at once; above, they get batches instead of single events.
     */
    private static final Duration REST_PER_EVENT = Duration.ofMillis(1);

    private static final Duration LONGEST_REST = Duration.ofMillis(40);

    /** Any number, as long as nothing else in the database locks it. */
    private static final long LOCK = 7_305_808_869_231_649_132L;

    private static final String TRY_LOCK = "SELECT pg_try_advisory_lock(%d)".formatted(LOCK);
    private static final String UNLOCK = "SELECT pg_advisory_unlock(%d)".formatted(LOCK);

    /**
     * A holder asks something every second. One that does not is paused or cut off, and the server
     * ends its session, which lets go of the lock.
     */
    private static final String LOSE_LOCK_WHEN_SILENT =
            """
            SET idle_session_timeout = '10s';
            SET idle_in_transaction_session_timeout = '10s'
            """;

    private static final String AS_BEFORE =
            "RESET idle_session_timeout; RESET idle_in_transaction_session_timeout";

    private final DataSource dataSource;
    private final Set<Runnable> afterSeal = new CopyOnWriteArraySet<>();
    private final Nudge news = new Nudge();
    private final BackgroundThread thread =
            new BackgroundThread("ledger-sealer", LOOK_ANYWAY.multipliedBy(5));
    private volatile boolean holder;

    /** A sealer of the log in this database. */
    public Sealer(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Calls {@code action} whenever this process has given new positions. */
    public void afterSeal(Runnable action) {
        afterSeal.add(action);
    }

    /** Says that there is something to seal; it is found anyway, within a second. */
    public void appended() {
        if (holder) {
            news.give();
        }
    }

    /** Whether this process gives the positions. */
    public boolean isHolder() {
        return holder;
    }

    @Override
    public void start() {
        thread.start(this::work);
    }

    @Override
    public void stop() {
        var _ = thread.stop(news::give);
    }

    @Override
    public boolean isRunning() {
        return thread.isWanted();
    }

    /** Before the readers start, and after they have stopped. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private void work() {
        while (thread.isWanted()) {
            try (Connection connection = dataSource.getConnection()) {
                sealWhileHolder(connection);
            } catch (SQLException | RuntimeException | Error e) {
                LOG.error("the sealer was interrupted and begins again in a second", e);
            }
            if (thread.isWanted()) {
                news.await(LOOK_ANYWAY);
            }
        }
    }

    private void sealWhileHolder(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        if (!locks(connection)) {
            connection.rollback();
            return;
        }
        try {
            execute(connection, LOSE_LOCK_WHEN_SILENT);
            connection.commit();
            holder = true;
            seal(new SealCycle(connection));
        } finally {
            holder = false;
            giveBack(connection);
        }
    }

    private void seal(SealCycle cycle) throws SQLException {
        while (thread.isWanted()) {
            int count = cycle.run();
            if (count > 0) {
                afterSeal.forEach(Runnable::run);
            }
            if (count == 0) {
                news.await(LOOK_ANYWAY);
            } else if (count < SealCycle.PAGE) {
                LockSupport.parkNanos(rest(count).toNanos());
            }
        }
    }

    private static Duration rest(int events) {
        Duration rest = REST_PER_EVENT.multipliedBy(events);
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    private static boolean locks(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(TRY_LOCK);
                ResultSet row = lock.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Lock and settings die with the session when they cannot be taken back. */
    private static void giveBack(Connection connection) throws SQLException {
        try {
            connection.rollback();
            execute(connection, UNLOCK);
            execute(connection, AS_BEFORE);
            connection.commit();
        } catch (SQLException e) {
            LOG.debug("the connection of the sealer is gone", e);
            connection.abort(Runnable::run);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
