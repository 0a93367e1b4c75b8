package dev.mastro.eventstore.postgres;

import static dev.mastro.eventstore.StoreFixture.event;
import static dev.mastro.eventstore.StoreFixture.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.StoreFixture;
import dev.mastro.eventstore.TrackingTokens;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class LedgerEventStoreTest {

    private static final Database DATABASE = EmbeddedPostgres.shared().freshDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        LedgerEventStore events = store.bean(LedgerEventStore.class);
        reader = events.openStream(events.createHeadToken());
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void a_commit_wakes_the_readers() {
        assertThat(reader.setOnAvailableCallback(woken::incrementAndGet)).isTrue();

        store.publish(events(stream, 2));

        await().until(() -> woken.get() > 0);
        assertThat(reader.hasNextAvailable()).isTrue();
    }

    @Test
    void a_closed_reader_wants_no_more_news() {
        TrackingEventStream closed = store.bean(LedgerEventStore.class).openStream(null);
        closed.setOnAvailableCallback(woken::incrementAndGet);
        reader.setOnAvailableCallback(() -> {});
        closed.close();

        store.publish(events(stream, 1));

        await().until(() -> reader.hasNextAvailable());
        assertThat(woken).hasValue(0);
    }

    @Test
    void readers_of_the_tail_share_what_was_read_and_decoded_once() throws InterruptedException {
        LedgerEventStore events = store.bean(LedgerEventStore.class);
        try (TrackingEventStream other = events.openStream(events.createHeadToken())) {
            assertThat(other.hasNextAvailable()).isFalse();
            store.publish(events(stream, 1));

            assertThat(reader.nextAvailable()).isSameAs(other.nextAvailable());
        }
    }

    @Test
    void a_reader_that_begins_far_behind_gets_to_the_end_and_goes_on() throws InterruptedException {
        LedgerEventStore events = store.bean(LedgerEventStore.class);
        long before = store.bean(LogPosition.class).settledHead(PATIENCE).orElseThrow();
        store.publish(events(stream, 2_500));
        try (TrackingEventStream late =
                events.openStream(new GlobalSequenceTrackingToken(before))) {
            for (int i = 0; i < 2_500; i++) {
                assertThat(sequence(late.nextAvailable())).isEqualTo(i);
            }
            assertThat(late.peek()).isEmpty();

            store.publish(List.of(event(stream, 2_500)));

            assertThat(late.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
            assertThat(late.peek()).map(LedgerEventStoreTest::sequence).hasValue(2_500L);
        }
    }

    @Test
    void a_reader_of_a_longer_log_is_refused() {
        store.publish(events(stream, 1));
        LedgerEventStore events = store.bean(LedgerEventStore.class);
        long head = TrackingTokens.position(events.createHeadToken());

        assertThatThrownBy(() -> events.openStream(new GlobalSequenceTrackingToken(head + 1)))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("of a log that ends at " + head);
    }

    /** As after a fail-over to a standby that had not received everything. */
    @Test
    void what_was_kept_is_forgotten_when_the_log_has_changed_behind_it()
            throws InterruptedException {
        store.publish(events(stream, 2));
        assertThat(sequence(reader.nextAvailable())).isZero();
        assertThat(sequence(reader.nextAvailable())).isEqualTo(1);
        store.ownerJdbc().sql("ALTER TABLE ledger_seal DISABLE TRIGGER USER").update();
        store.ownerJdbc().sql("UPDATE ledger_seal SET chain_hash = leaf_hash").update();

        store.publish(List.of(event(stream, 2), event(stream, 3)));

        assertThat(sequence(reader.nextAvailable())).isEqualTo(2);
        assertThat(sequence(reader.nextAvailable())).isEqualTo(3);
        store.publish(List.of(event(stream, 4)));
        assertThat(sequence(reader.nextAvailable())).isEqualTo(4);
    }

    @Test
    void a_token_of_an_instant_begins_with_the_first_event_recorded_since() {
        store.publish(events(stream, 1));
        long head = store.bean(LogPosition.class).settledHead(PATIENCE).orElseThrow();
        LedgerEventStore events = store.bean(LedgerEventStore.class);

        assertThat(events.createTokenAt(Instant.EPOCH))
                .isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(events.createTokenAt(Instant.parse("9999-01-01T00:00:00Z")))
                .isEqualTo(new GlobalSequenceTrackingToken(head));
    }

    private static long sequence(TrackedEventMessage<?> event) {
        return ((DomainEventMessage<?>) event).getSequenceNumber();
    }

    @Test
    void new_positions_are_announced_to_other_processes() throws SQLException {
        try (Connection other = DATABASE.connect();
                Statement statement = other.createStatement()) {
            statement.execute("LISTEN ledger_seal");

            store.publish(events(stream, 1));

            PGNotification[] news =
                    other.unwrap(PGConnection.class)
                            .getNotifications((int) Duration.ofSeconds(30).toMillis());
            assertThat(news).isNotEmpty();
        }
    }

    @Test
    void the_listener_comes_back_when_it_has_lost_its_connection() throws SQLException {
        try (Connection other = DATABASE.connect();
                Statement statement = other.createStatement()) {
            await().until(() -> terminateListener(statement));
            await().until(() -> terminateListener(statement));
        }

        store.publish(events(stream, 1));

        await().until(() -> reader.hasNextAvailable());
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
