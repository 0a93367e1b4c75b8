package dev.mastro.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Carries the news of an append from process to process. Never in the transaction of an append,
 * where it would take a lock for the whole database, and never relied upon: readers look again
 * every second anyway, so a lost notification costs time and nothing else.
 */
public final class LedgerSignals implements SmartLifecycle {

    /** Who is told of an append. */
    public enum Reach {
        /** The readers of all processes. */
        EVERY_PROCESS,
        /** Only the own readers: for a process that is known to be alone with its database. */
        THIS_PROCESS
    }

    private static final Logger LOG = LoggerFactory.getLogger(LedgerSignals.class);

    private static final int LOOK_ANYWAY_MILLIS = 1000;
    private static final int COALESCE_MILLIS = 5;

    /** Nothing is lost with a lost notification, so it need not wait for the disk. */
    private static final String ANNOUNCE =
            """
            SELECT set_config('synchronous_commit', 'off', true), pg_notify('ledger_event', ?)
            """;

    private final WakingEventStore store;
    private final DataSource dataSource;
    private final String node;
    private final Reach reach;
    private final AtomicBoolean telling = new AtomicBoolean();
    private volatile boolean running;
    private @Nullable Thread listener;
    private @Nullable ExecutorService announcer;

    /** Signals for the readers of {@code store}; {@code node} is unique for each process. */
    public LedgerSignals(WakingEventStore store, DataSource dataSource, String node, Reach reach) {
        this.store = store;
        this.dataSource = dataSource;
        this.node = node;
        this.reach = reach;
        store.afterAppend(this::tellSoon);
    }

    @Override
    public synchronized void start() {
        running = true;
        announcer =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("ledger-announcer").factory());
        listener = Thread.ofPlatform().daemon().name("ledger-listener").start(this::listen);
    }

    /** Says so to itself as well, so that the listener need not wait for its second to pass. */
    @Override
    public synchronized void stop() {
        running = false;
        ExecutorService lastWords = announcer;
        Thread listening = listener;
        if (lastWords != null && listening != null) {
            lastWords.execute(this::announce);
            lastWords.shutdown();
            joinQuietly(listening);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void tellSoon() {
        ExecutorService executor = announcer;
        if (running && executor != null && telling.compareAndSet(false, true)) {
            try {
                executor.execute(this::tell);
            } catch (RejectedExecutionException e) {
                LOG.debug("stopping: the last append is not announced", e);
            }
        }
    }

    private void tell() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(COALESCE_MILLIS));
        telling.set(false);
        store.wakeIfOwed();
        if (reach == Reach.EVERY_PROCESS) {
            announce();
        }
    }

    private void announce() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ANNOUNCE)) {
            statement.setString(1, node);
            statement.execute();
        } catch (SQLException e) {
            LOG.debug("an append was not announced; other processes will see it in a second", e);
        }
    }

    private void listen() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                hear(connection);
            } catch (SQLException | RuntimeException e) {
                LOG.warn("the listener was interrupted and begins again: {}", e.getMessage());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_ANYWAY_MILLIS));
            }
        }
    }

    /** The last statement goes through the pool, which so notices a connection that is broken. */
    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN ledger_event");
            try {
                wakeOnNews(connection.unwrap(PGConnection.class));
            } finally {
                statement.execute("UNLISTEN *");
            }
        }
    }

    private void wakeOnNews(PGConnection connection) throws SQLException {
        store.wake();
        while (running) {
            if (concernsUs(connection.getNotifications(LOOK_ANYWAY_MILLIS))) {
                store.wake();
            }
        }
    }

    private boolean concernsUs(PGNotification @Nullable [] news) {
        return news == null
                || news.length == 0
                || Stream.of(news).anyMatch(signal -> !node.equals(signal.getParameter()));
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join(2L * LOOK_ANYWAY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
