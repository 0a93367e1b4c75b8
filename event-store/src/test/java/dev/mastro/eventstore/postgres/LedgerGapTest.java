package dev.mastro.eventstore.postgres;

import static dev.mastro.eventstore.StoreFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.eventstore.TrackingTokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two appends that become visible in the other order than they took their numbers. */
class LedgerGapTest {

    private static final Instant LONG_AGO = Instant.parse("2019-03-01T00:00:00Z");

    private StoreFixture store;
    private @Nullable TrackingToken token;

    @BeforeEach
    void start() {
        store = StoreFixture.start();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void an_event_that_commits_late_is_seen_however_old_it_is() throws SQLException {
        List<String> seen = readAroundLateCommit(store.bean(LedgerStorageEngine.class));

        assertThat(seen).containsExactly("committed", "late");
    }

    @Test
    void axons_own_settings_never_show_the_late_event() throws SQLException {
        EngineParts parts = store.bean(EngineParts.class);
        JdbcEventStorageEngine.Builder axons =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(parts.connections())
                        .transactionManager(parts.transactions())
                        .schema(LedgerSchema.events());
        axons.eventSerializer(parts.events()).snapshotSerializer(parts.snapshots());

        assertThat(readAroundLateCommit(axons.build())).containsExactly("committed");
    }

    @Test
    void a_hole_wider_than_a_page_does_not_stop_the_stream() {
        store.publish(List.of(event("before", 0)));
        store.jdbc()
                .sql("ALTER TABLE ledger_event ALTER COLUMN global_index RESTART WITH 5000")
                .update();
        store.publish(List.of(event("after", 0)));

        assertThat(read(store.bean(LedgerStorageEngine.class))).containsExactly("before", "after");
        assertThat(TrackingTokens.position(token)).isEqualTo(5000);
    }

    @Test
    void a_token_covers_a_position_only_when_it_is_no_gap() throws SQLException {
        try (Connection late = store.bean(DataSource.class).getConnection()) {
            late.setAutoCommit(false);
            long gap = insert(late, "late");
            store.publish(List.of(event("committed", 0)));
            LedgerStorageEngine engine = store.bean(LedgerStorageEngine.class);

            assertThat(read(engine)).containsExactly("committed");
            assertThat(TrackingTokens.covers(token, gap + 1)).isTrue();
            assertThat(TrackingTokens.covers(token, gap)).isFalse();
            assertThat(TrackingTokens.covers(engine.createHeadToken(), gap)).isFalse();

            late.commit();
            assertThat(read(engine)).containsExactly("late");
            assertThat(TrackingTokens.covers(token, gap)).isTrue();
        }
    }

    private List<String> readAroundLateCommit(EventStorageEngine engine) throws SQLException {
        store.publish(List.of(event("first", 0)));
        assertThat(read(engine)).containsExactly("first");
        List<String> seen = new ArrayList<>();
        try (Connection late = store.bean(DataSource.class).getConnection();
                Connection early = store.bean(DataSource.class).getConnection()) {
            late.setAutoCommit(false);
            assertThat(insert(late, "late")).isLessThan(insert(early, "committed"));
            seen.addAll(read(engine));
            late.commit();
        }
        seen.addAll(read(engine));
        return seen;
    }

    private List<String> read(EventStorageEngine engine) {
        List<String> streams = new ArrayList<>();
        engine.readEvents(token, false).forEach(event -> streams.add(note(event)));
        return streams;
    }

    private String note(TrackedEventMessage<?> event) {
        token = event.trackingToken();
        return ((DomainEventMessage<?>) event).getAggregateIdentifier();
    }

    private static long insert(Connection connection, String stream) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO ledger_event (
                            aggregate_type, aggregate_id, sequence_number, event_id, recorded_at,
                            recorded_at_text, payload_type, revision, payload, metadata)
                        VALUES ('Account', ?, 0, ?, ?::timestamptz, ?, 'AccountClosed', '1',
                                '{}', '{}')
                        RETURNING global_index
                        """)) {
            insert.setString(1, stream);
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, LONG_AGO.toString());
            insert.setString(4, LONG_AGO.toString());
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
