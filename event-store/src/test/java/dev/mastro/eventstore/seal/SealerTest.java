package dev.mastro.eventstore.seal;

import static dev.mastro.eventstore.StoreFixture.event;
import static dev.mastro.eventstore.seal.LogRows.begin;
import static dev.mastro.eventstore.seal.LogRows.insert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.StoreFixture;
import dev.mastro.eventstore.postgres.LedgerEventStore;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SealerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 60;
    private static final int OPEN_AT_ONCE = 3;

    private final Database database = EmbeddedPostgres.shared().freshDatabase();

    /** Each writer has several transactions open and ends them in any order, some by rollback. */
    @Test
    void every_committed_event_is_read_once_whatever_the_order_of_commits()
            throws InterruptedException, ExecutionException {
        try (StoreFixture store = StoreFixture.start(database, Map.of());
                TrackingEventStream reader = store.bean(LedgerEventStore.class).openStream(null);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Set<String>>> written =
                    IntStream.range(0, WRITERS)
                            .mapToObj(i -> writers.submit(() -> write(i)))
                            .toList();
            Set<String> committed = new HashSet<>();
            for (Future<Set<String>> one : written) {
                committed.addAll(one.get());
            }

            List<TrackedEventMessage<?>> read = read(reader, committed.size());

            assertThat(read)
                    .extracting(SealerTest::stream)
                    .containsExactlyInAnyOrderElementsOf(committed);
            assertThat(read)
                    .extracting(one -> one.trackingToken().position().orElseThrow())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, committed.size()).boxed().toList());
            assertThat(reader.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void another_process_goes_on_when_the_one_that_seals_loses_its_connection() {
        try (StoreFixture one = StoreFixture.start(database, Map.of());
                StoreFixture other = StoreFixture.start(database, Map.of())) {
            await().until(() -> holders(one, other) == 1);
            one.publish(List.of(event("before", 0)));
            await().until(() -> one.bean(LogPosition.class).head() == 1);

            StoreFixture first = holder(one, other);
            await().until(() -> {
                StoreFixture holder = holder(one, other);
                assertThat(terminateHolder(one.jdbc())).isEqualTo(1);
                await().until(() -> holders(holder) == 0);
                await().until(() -> holders(one, other) == 1);
                return holders(first) == 0;
            });
            other.publish(List.of(event("after", 0)));

            assertThat(one.bean(LogPosition.class).settledHead(PATIENCE)).hasValue(2);
            await().until(() -> holders(one, other) == 1);
        }
    }

    @Test
    void the_settled_head_waits_for_what_was_committed_before() {
        try (StoreFixture store = StoreFixture.start(database, Map.of())) {
            for (int i = 0; i < 20; i++) {
                store.publish(List.of(event("stream", i)));
                assertThat(store.bean(LogPosition.class).settledHead(PATIENCE)).hasValue(i + 1L);
            }
        }
    }

    private static long holders(StoreFixture... stores) {
        return List.of(stores).stream().filter(s -> s.bean(Sealer.class).isHolder()).count();
    }

    private static StoreFixture holder(StoreFixture one, StoreFixture other) {
        return one.bean(Sealer.class).isHolder() ? one : other;
    }

    private static long terminateHolder(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT count(pg_terminate_backend(pid)) FROM pg_locks
                         WHERE locktype = 'advisory' AND granted
                           AND database = (SELECT oid FROM pg_database
                                            WHERE datname = current_database())
                        """)
                .query(Long.class)
                .single();
    }

    private Set<String> write(int writer) throws SQLException {
        Random random = new Random(writer);
        Set<String> committed = new HashSet<>();
        List<Connection> connections = new ArrayList<>();
        String[] written = new String[OPEN_AT_ONCE];
        try {
            for (int i = 0; i < OPEN_AT_ONCE; i++) {
                connections.add(begin(database.connect()));
            }
            for (int i = 0; i < TRANSACTIONS; i++) {
                int slot = random.nextInt(OPEN_AT_ONCE);
                end(connections.get(slot), written[slot], random.nextInt(10) > 0, committed);
                written[slot] = "stream-%d-%d".formatted(writer, i);
                insert(connections.get(slot), written[slot], 0);
            }
            for (int slot = 0; slot < OPEN_AT_ONCE; slot++) {
                end(connections.get(slot), written[slot], true, committed);
            }
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
        return committed;
    }

    private static void end(
            Connection connection, String written, boolean commit, Set<String> committed)
            throws SQLException {
        if (commit) {
            connection.commit();
            if (written != null) {
                committed.add(written);
            }
        } else {
            connection.rollback();
        }
    }

    private static List<TrackedEventMessage<?>> read(TrackingEventStream reader, int count)
            throws InterruptedException {
        List<TrackedEventMessage<?>> read = new ArrayList<>();
        while (read.size() < count
                && reader.hasNextAvailable((int) PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            read.add(reader.nextAvailable());
        }
        return read;
    }

    private static String stream(TrackedEventMessage<?> event) {
        return ((DomainEventMessage<?>) event).getAggregateIdentifier();
    }
}
