package dev.mastro.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** What would happen without the savepoint is tried as well: it must be seen (canary 9). */
class SavepointIT {

    private static final LocalDate MARCH_1 = LocalDate.parse("2025-03-01");

    private static QuerySide querySide;
    private static List<EventMessage<?>> batch;

    /** Writes every event, and then fails on those from a position on, which are of account 1. */
    private record Failing(JdbcClient jdbc, long from, boolean inSql) implements Projection {

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public boolean reads(Class<?> eventType) {
            return true;
        }

        @Override
        public void project(List<RecordedEvent> events) {
            for (RecordedEvent event : events) {
                jdbc.sql("INSERT INTO failing VALUES (?)").param(event.position()).update();
                if (event.position() >= from) {
                    fail();
                }
            }
        }

        private void fail() {
            if (inSql) {
                jdbc.sql("SELECT 1 / 0").query(row -> {});
            }
            throw new IllegalStateException("never seen such an account");
        }

        @Override
        public List<ReadTable> tables() {
            return List.of();
        }
    }

    @BeforeAll
    static void start() throws InterruptedException {
        querySide = QuerySide.start();
        querySide.jdbc().sql("CREATE TABLE failing (position bigint)").update();
        querySide.record(new Story(2).opened(MARCH_1));
        querySide.record(new Story(1).opened(MARCH_1));
        batch = read(querySide.head());
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    @BeforeEach
    void empty() {
        querySide.jdbc().sql("DELETE FROM failing").update();
        querySide.jdbc().sql("DELETE FROM dead_letter_entry").update();
    }

    @Test
    void a_failure_in_java_leaves_its_letters_and_nothing_else() {
        assertThat(handOver(3, false, nested())).isNull();

        assertThat(written()).containsExactly(1L, 2L);
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void a_failure_in_sql_leaves_its_letters_and_nothing_else() {
        assertThat(handOver(3, true, nested())).isNull();

        assertThat(written()).containsExactly(1L, 2L);
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void what_comes_before_the_failure_on_the_same_account_is_written() {
        assertThat(handOver(4, true, nested())).isNull();

        assertThat(written()).containsExactly(1L, 2L, 3L);
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void without_a_savepoint_what_has_failed_in_java_would_stay() {
        assertThat(handOver(3, false, TransactionOperations.withoutTransaction())).isNull();

        assertThat(written()).contains(3L);
    }

    @Test
    void without_a_savepoint_a_failure_in_sql_would_take_its_letters_with_it() {
        assertThat(handOver(3, true, TransactionOperations.withoutTransaction()))
                .hasStackTraceContaining("current transaction is aborted");

        assertThat(written()).isEmpty();
        assertThat(letters()).isZero();
    }

    private static @Nullable Throwable handOver(
            long from, boolean inSql, TransactionOperations savepoint) {
        Handover handover = new Handover(querySide.bean(Letters.class), savepoint);
        Projection failing = new Failing(querySide.bean(JdbcClient.class), from, inSql);
        TransactionTemplate transaction =
                new TransactionTemplate(querySide.bean(PlatformTransactionManager.class));
        return catchThrowable(
                () -> transaction.executeWithoutResult(_ -> handover.handOver(failing, batch)));
    }

    private static TransactionOperations nested() {
        TransactionTemplate nested =
                new TransactionTemplate(querySide.bean(PlatformTransactionManager.class));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return nested;
    }

    private static List<EventMessage<?>> read(long head) throws InterruptedException {
        List<EventMessage<?>> events = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                querySide.bean(EventStore.class).openStream(new GlobalSequenceTrackingToken(0))) {
            while (events.size() < head) {
                events.add(stream.nextAvailable());
            }
        }
        return List.copyOf(events);
    }

    private static List<Long> written() {
        return querySide
                .jdbc()
                .sql("SELECT position FROM failing")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private static long letters() {
        return querySide
                .jdbc()
                .sql("SELECT count(*) FROM dead_letter_entry")
                .query(Long.class)
                .single();
    }
}
