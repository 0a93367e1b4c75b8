package dev.mastro.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private final AtomicBoolean announcing = new AtomicBoolean();
    private volatile boolean running;
    private @Nullable Thread listener;
    private @Nullable ExecutorService announcer;

    private LedgerSignals(WakingEventStore store, DataSource dataSource, String node) {
        this.store = store;
        this.dataSource = dataSource;
        this.node = node;
    }

    /** Hears of appends and announces its own; {@code node} is unique for each process. */
    public static LedgerSignals toEveryProcess(
            WakingEventStore store, DataSource dataSource, String node) {
        LedgerSignals signals = new LedgerSignals(store, dataSource, node);
        store.afterAppend(signals::announceSoon);
        return signals;
    }

    /** Announces nothing: for a process that is known to be alone with its database. */
    public static LedgerSignals fromOthersOnly(
            WakingEventStore store, DataSource dataSource, String node) {
        return new LedgerSignals(store, dataSource, node);
    }

    @Override
    public synchronized void start() {
        running = true;
        announcer =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("ledger-announcer").factory());
        listener = Thread.ofPlatform().daemon().name("ledger-listener").start(this::listen);
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (announcer != null) {
            announcer.shutdownNow();
        }
        Thread listening = listener;
        if (listening != null) {
            LockSupport.unpark(listening);
            joinQuietly(listening);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void announceSoon() {
        ExecutorService executor = announcer;
        if (running && executor != null && announcing.compareAndSet(false, true)) {
            executor.execute(this::announce);
        }
    }

    private void announce() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(COALESCE_MILLIS));
        announcing.set(false);
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
            } catch (SQLException e) {
                LOG.warn("the listener lost its connection and tries again: {}", e.getMessage());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_ANYWAY_MILLIS));
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN ledger_event");
            PGConnection postgres = connection.unwrap(PGConnection.class);
            store.wake();
            while (running) {
                PGNotification[] news = postgres.getNotifications(LOOK_ANYWAY_MILLIS);
                if (concernsUs(news)) {
                    store.wake();
                }
            }
            statement.execute("UNLISTEN *");
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
