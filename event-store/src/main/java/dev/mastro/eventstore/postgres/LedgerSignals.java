package dev.mastro.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
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
 * Carries the news of appends and of new positions from process to process. Never in the
 * transaction of an append, where it would take a lock for the whole database, and never relied
 * upon: everybody looks again every second anyway, so a lost notification costs time and nothing
 * else.
 */
public final class LedgerSignals implements SmartLifecycle {

    /** What there is to tell; the name is that of the channel. */
    private enum News {
        /** Events wait for their positions. */
        LEDGER_EVENT,
        /** There are new positions. */
        LEDGER_SEAL
    }

    private static final Logger LOG = LoggerFactory.getLogger(LedgerSignals.class);

    private static final int LOOK_ANYWAY_MILLIS = 1000;
    private static final int COALESCE_MILLIS = 5;

    /** Nothing is lost with a lost notification, so it need not wait for the disk. */
    private static final String ANNOUNCE =
            """
            SELECT set_config('synchronous_commit', 'off', true), pg_notify(?, ?)
            """;

    private final Runnable appendedElsewhere;
    private final Runnable sealedElsewhere;
    private final DataSource dataSource;
    private final String node;
    private final Set<News> untold = EnumSet.noneOf(News.class);
    private volatile boolean running;
    private @Nullable Thread listener;
    private @Nullable ExecutorService announcer;

    /** Signals between this process, {@code node}, and those that use the same database. */
    public LedgerSignals(
            DataSource dataSource,
            String node,
            Runnable appendedElsewhere,
            Runnable sealedElsewhere) {
        this.dataSource = dataSource;
        this.node = node;
        this.appendedElsewhere = appendedElsewhere;
        this.sealedElsewhere = sealedElsewhere;
    }

    /** Tells the other processes soon that there are events without positions. */
    public void appended() {
        tellSoon(News.LEDGER_EVENT);
    }

    /** Tells the other processes soon that there are new positions. */
    public void sealed() {
        tellSoon(News.LEDGER_SEAL);
    }

    @Override
    public synchronized void start() {
        running = true;
        synchronized (untold) {
            untold.clear();
        }
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
            lastWords.execute(() -> announce(News.LEDGER_EVENT));
            lastWords.shutdown();
            joinQuietly(listening);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void tellSoon(News news) {
        ExecutorService executor = announcer;
        if (running && executor != null && isNew(news)) {
            try {
                executor.execute(() -> tell(news));
            } catch (RejectedExecutionException e) {
                LOG.debug("stopping: no more news", e);
            }
        }
    }

    private boolean isNew(News news) {
        synchronized (untold) {
            return untold.add(news);
        }
    }

    private void tell(News news) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(COALESCE_MILLIS));
        synchronized (untold) {
            untold.remove(news);
        }
        announce(news);
    }

    private void announce(News news) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ANNOUNCE)) {
            statement.setString(1, channel(news));
            statement.setString(2, node);
            statement.execute();
        } catch (SQLException e) {
            LOG.debug("news was not told; other processes will look in a second", e);
        }
    }

    private static String channel(News news) {
        return news.name().toLowerCase(Locale.ROOT);
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
            for (News news : News.values()) {
                statement.execute("LISTEN " + channel(news));
            }
            try {
                passOn(connection.unwrap(PGConnection.class));
            } finally {
                statement.execute("UNLISTEN *");
            }
        }
    }

    /** What was missed while nobody listened is made up for at the start. */
    private void passOn(PGConnection connection) throws SQLException {
        sealedElsewhere.run();
        appendedElsewhere.run();
        while (running) {
            PGNotification[] heard = connection.getNotifications(LOOK_ANYWAY_MILLIS);
            if (tells(heard, News.LEDGER_SEAL)) {
                sealedElsewhere.run();
            }
            if (tells(heard, News.LEDGER_EVENT)) {
                appendedElsewhere.run();
            }
        }
    }

    private boolean tells(PGNotification @Nullable [] heard, News news) {
        return heard != null
                && Stream.of(heard)
                        .filter(signal -> signal.getName().equals(channel(news)))
                        .anyMatch(signal -> !node.equals(signal.getParameter()));
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join(2L * LOOK_ANYWAY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
