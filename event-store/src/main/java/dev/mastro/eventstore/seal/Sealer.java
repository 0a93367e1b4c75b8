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
import org.jspecify.annotations.Nullable;
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
    private static final String LOCK = "SELECT pg_try_advisory_lock(7305808869231649132)";

    private static final String UNLOCK = "SELECT pg_advisory_unlock(7305808869231649132)";

    private final DataSource dataSource;
    private final Set<Runnable> afterSeal = new CopyOnWriteArraySet<>();
    private final Nudge appended = new Nudge();
    private volatile boolean running;
    private volatile boolean holder;
    private @Nullable Thread thread;

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
        appended.give();
    }

    /** Whether this process gives the positions. */
    public boolean isHolder() {
        return holder;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("ledger-sealer").start(this::work);
    }

    @Override
    public synchronized void stop() {
        running = false;
        appended.give();
        Thread working = thread;
        if (working != null) {
            try {
                working.join(LOOK_ANYWAY.multipliedBy(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the readers start, and after they have stopped. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private void work() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                sealWhileHolder(connection);
            } catch (SQLException | RuntimeException e) {
                LOG.warn("the sealer was interrupted and begins again: {}", e.getMessage());
                LOG.debug("the sealer was interrupted", e);
            }
            if (running) {
                appended.await(LOOK_ANYWAY);
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
            onlyInOrder(connection);
            connection.commit();
            holder = true;
            seal(new SealCycle(connection));
        } finally {
            holder = false;
            giveBack(connection);
        }
    }

    /**
     * Seals need not reach the disk before they are seen. Whoever stores something that rests on a
     * position writes it behind the seal in the same write-ahead log, so none of it survives a
     * crash that the seal did not.
     */
    private static void onlyInOrder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
        }
    }

    private void seal(SealCycle cycle) throws SQLException {
        while (running) {
            int count = cycle.run();
            if (count > 0) {
                afterSeal.forEach(Runnable::run);
            }
            if (count == 0) {
                appended.await(LOOK_ANYWAY);
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
        try (PreparedStatement lock = connection.prepareStatement(LOCK);
                ResultSet row = lock.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** A connection that fails here is broken, and the server has dropped its lock already. */
    private static void giveBack(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            connection.rollback();
            statement.execute(UNLOCK);
            statement.execute("RESET synchronous_commit");
            connection.commit();
        } catch (SQLException e) {
            LOG.debug("the connection of the sealer is gone", e);
        }
    }
}
