package dev.mastro.eventstore.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A clock that stands still until it is moved, and never goes back. Its instant is a row in the
 * database, so that a restart goes on where it was and every process reads the same time; it is
 * read again a few times a second, never by whoever asks what time it is.
 */
public final class SimulatedClock extends Clock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedClock.class);
    private static final long REREAD_MILLIS = 100;

    private static final String START =
            """
            INSERT INTO simulated_clock (now) VALUES (?) ON CONFLICT (single) DO NOTHING
            """;

    private static final String READ =
            """
            SELECT now FROM simulated_clock
            """;

    private static final String MOVE =
            """
            UPDATE simulated_clock SET now = greatest(now, ?) RETURNING now
            """;

    private final DataSource dataSource;
    private final AtomicReference<Instant> now;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread reader;

    private SimulatedClock(DataSource dataSource, Instant now) {
        this.dataSource = dataSource;
        this.now = new AtomicReference<>(now);
        this.reader = Thread.ofVirtual().name("simulated-clock").unstarted(this::readOn);
    }

    /** Goes on where the database left it, or begins at {@code start}. */
    public static SimulatedClock continued(DataSource dataSource, Instant start) {
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement(START)) {
                insert.setObject(1, start.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
            SimulatedClock clock = new SimulatedClock(dataSource, read(connection));
            clock.reader.start();
            return clock;
        } catch (SQLException e) {
            throw new IllegalStateException("the simulated clock cannot be read", e);
        }
    }

    /** Moves on to {@code instant}, or stays when it is there already or beyond. */
    public void moveTo(Instant instant) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setObject(1, instant.atOffset(ZoneOffset.UTC));
            try (ResultSet row = move.executeQuery()) {
                row.next();
                advance(instantOf(row));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the simulated clock cannot be moved", e);
        }
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Clock clock = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return clock.withZone(other);
            }
        };
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void readOn() {
        try {
            while (!closed.await(REREAD_MILLIS, TimeUnit.MILLISECONDS)) {
                reread();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reread() {
        try (Connection connection = dataSource.getConnection()) {
            advance(read(connection));
        } catch (SQLException e) {
            LOG.debug("the time known so far holds until the database answers again", e);
        }
    }

    private void advance(Instant read) {
        now.accumulateAndGet(read, (known, other) -> other.isAfter(known) ? other : known);
    }

    private static Instant read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ);
                ResultSet row = select.executeQuery()) {
            row.next();
            return instantOf(row);
        }
    }

    private static Instant instantOf(ResultSet row) throws SQLException {
        return row.getObject(1, OffsetDateTime.class).toInstant();
    }
}
