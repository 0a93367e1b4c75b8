package dev.mastro.eventstore.postgres;

import static dev.mastro.eventstore.StoreFixture.event;
import static dev.mastro.eventstore.StoreFixture.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class WakingEventStoreTest {

    private static final Database DATABASE = EmbeddedPostgres.shared().freshDatabase();

    private static StoreFixture store;

    private final AtomicInteger woken = new AtomicInteger();
    private final String stream = "stream-" + UUID.randomUUID();

    private TrackingEventStream reader;

    @BeforeAll
    static void start() {
        store = StoreFixture.start(DATABASE, Map.of());
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void open() {
        WakingEventStore events = store.bean(WakingEventStore.class);
        reader = events.openStream(events.createHeadToken());
    }

    @AfterEach
    void close() {
        reader.close();
    }

    /** This store has no signals, so only the commit itself can have woken the reader. */
    @Test
    void a_commit_wakes_the_readers_of_its_own_process() {
        WakingEventStore alone =
                new WakingEventStore(
                        EmbeddedEventStore.builder()
                                .storageEngine(store.bean(LedgerStorageEngine.class)));
        TrackingEventStream waiting = alone.openStream(alone.createHeadToken());
        assertThat(waiting.setOnAvailableCallback(woken::incrementAndGet)).isTrue();

        store.publish(alone, events(stream, 2));
        assertThat(woken).hasValue(1);
        assertThat(waiting.hasNextAvailable()).isTrue();

        assertThatThrownBy(() -> store.publish(alone, List.of(event(stream, 1))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(woken).hasValue(1);

        waiting.close();
        store.publish(alone, List.of(event(stream, 2)));
        alone.wake();
        assertThat(woken).hasValue(1);
    }

    @Test
    void commits_in_quick_succession_wake_the_readers_once_more() {
        WakingEventStore alone =
                new WakingEventStore(
                        EmbeddedEventStore.builder()
                                .storageEngine(store.bean(LedgerStorageEngine.class)));
        TrackingEventStream waiting = alone.openStream(null);
        assertThat(waiting.setOnAvailableCallback(woken::incrementAndGet)).isTrue();

        alone.afterCommit(List.of());
        alone.afterCommit(List.of());
        alone.afterCommit(List.of());
        alone.wakeIfOwed();

        assertThat(woken).satisfies(count -> assertThat(count.get()).isBetween(2, 3));
        waiting.close();
    }

    @Test
    void a_commit_is_announced_to_other_processes() throws SQLException {
        try (Connection other = DATABASE.connect();
                Statement statement = other.createStatement()) {
            statement.execute("LISTEN ledger_event");

            store.publish(events(stream, 1));

            PGNotification[] news =
                    other.unwrap(PGConnection.class)
                            .getNotifications((int) Duration.ofSeconds(30).toMillis());
            assertThat(news).isNotEmpty();
        }
    }

    @Test
    void a_reader_is_woken_although_the_listener_had_lost_its_connection() throws SQLException {
        assertThat(reader.setOnAvailableCallback(woken::incrementAndGet)).isTrue();
        try (Connection other = DATABASE.connect();
                Statement statement = other.createStatement()) {
            await().until(() -> terminateListener(statement));
            int before = woken.get();

            await().until(() -> woken.get() > before);
            await().until(() -> terminateListener(statement));
        }
    }

    private static boolean terminateListener(Statement statement) throws SQLException {
        try (var row =
                statement.executeQuery(
                        """
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                         WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()
                           AND datname = current_database()
                        """)) {
            return row.next() && row.getLong(1) > 0;
        }
    }
}
