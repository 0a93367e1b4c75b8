package dev.mastro.eventstore.platform;

import static dev.mastro.eventstore.StoreFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.shared.account.AccountClosed;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A handler writes a row and then fails: the letter is kept, the row is not. */
class SavepointPerEventTest {

    static final AtomicBoolean BROKEN = new AtomicBoolean(true);

    abstract static class Projection {

        private final JdbcClient jdbc;

        Projection(DataSource dataSource) {
            jdbc = JdbcClient.create(dataSource);
        }

        @EventHandler
        void on(AccountClosed event, @SequenceNumber long sequence) {
            jdbc.sql("INSERT INTO probe.row VALUES (?)").param(sequence).update();
            if (BROKEN.get()) {
                fail(jdbc);
            }
        }

        abstract void fail(JdbcClient jdbc);
    }

    @ProcessingGroup("throws-java")
    static class ThrowsJava extends Projection {

        ThrowsJava(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        void fail(JdbcClient jdbc) {
            throw new IllegalStateException("broken");
        }
    }

    @ProcessingGroup("throws-sql")
    static class ThrowsSql extends Projection {

        ThrowsSql(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        void fail(JdbcClient jdbc) {
            jdbc.sql("INSERT INTO probe.row VALUES ('no number')").update();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {ThrowsJava.class, ThrowsSql.class})
    void a_dead_letter_keeps_nothing_of_the_failed_attempt(Class<?> projection)
            throws SQLException {
        BROKEN.set(true);
        try (StoreFixture store = start(projection)) {
            store.publish(List.of(event("stream", 0), event("stream", 1)));

            await().until(() -> count(store, "dead_letter_entry") == 2);
            assertThat(count(store, "probe.row")).isZero();

            BROKEN.set(false);
            assertThat(letters(store, projection).processAny()).isTrue();
            assertThat(count(store, "dead_letter_entry")).isZero();
            assertThat(count(store, "probe.row")).isEqualTo(2);
        }
    }

    private static StoreFixture start(Class<?> projection) throws SQLException {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA probe AUTHORIZATION mastro_app");
            statement.execute("CREATE TABLE probe.row (number bigint)");
            statement.execute("ALTER TABLE probe.row OWNER TO mastro_app");
        }
        String processor =
                "axon.eventhandling.processors."
                        + projection.getAnnotation(ProcessingGroup.class).value();
        return StoreFixture.start(
                database,
                Map.of(
                        processor + ".mode", "pooled",
                        processor + ".initial-segment-count", "1",
                        processor + ".dlq.enabled", "true"),
                projection);
    }

    private static SequencedDeadLetterProcessor<EventMessage<?>> letters(
            StoreFixture store, Class<?> projection) {
        return store.bean(EventProcessingConfiguration.class)
                .sequencedDeadLetterProcessor(
                        projection.getAnnotation(ProcessingGroup.class).value())
                .orElseThrow();
    }

    private static long count(StoreFixture store, String table) {
        return store.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
