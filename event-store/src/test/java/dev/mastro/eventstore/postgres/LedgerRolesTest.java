package dev.mastro.eventstore.postgres;

import static dev.mastro.eventstore.StoreFixture.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.StoreFixture;
import dev.mastro.eventstore.checkpoint.Checkpointer;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The application may add to the log and read it; not even its own code can do more. */
class LedgerRolesTest {

    private static final String NOT_ALLOWED = "42501";
    private static final String NOTHING_GRANTED = "01007";
    private static final int EVENTS = 300;

    private static final List<String> LOG =
            List.of("ledger_event", "ledger_seal", "ledger_tree_node", "ledger_checkpoint");

    @TempDir private static Path folder;

    private static Database application;
    private static StoreFixture store;

    @BeforeAll
    static void record() {
        Database owner = EmbeddedPostgres.shared().freshDatabase();
        application = owner.application();
        store =
                StoreFixture.start(
                        owner,
                        Map.of(
                                "mastro.checkpoint.key-file",
                                folder.resolve("checkpoint.key"),
                                "mastro.checkpoint.make-key",
                                "true"));
        store.publish(events("stream", EVENTS));
        assertThat(store.bean(LogPosition.class).settledHead(Duration.ofSeconds(30)))
                .hasValue(EVENTS);
        assertThat(store.bean(Checkpointer.class).now()).isPresent();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    static Stream<String> forbidden() {
        return LOG.stream()
                .flatMap(table ->
                        Stream.of(
                                        "UPDATE %1$s SET " + columnOf(table) + " = DEFAULT",
                                        "DELETE FROM %1$s",
                                        "TRUNCATE %1$s",
                                        "DROP TRIGGER %1$s_only_grows ON %1$s",
                                        "ALTER TABLE %1$s DISABLE TRIGGER ALL",
                                        "ALTER TABLE %1$s OWNER TO CURRENT_USER",
                                        "ALTER TABLE %1$s ADD COLUMN more text",
                                        "GRANT UPDATE ON %1$s TO CURRENT_USER",
                                        "DROP TABLE %1$s",
                                        "CREATE OR REPLACE FUNCTION ledger_event_refuse_change()"
                                                + " RETURNS trigger LANGUAGE plpgsql AS"
                                                + " 'BEGIN RETURN NULL; END' -- %1$s",
                                        "SET session_replication_role = replica -- %1$s")
                                .map(statement -> statement.formatted(table)));
    }

    private static String columnOf(String table) {
        return switch (table) {
            case "ledger_event" -> "payload";
            case "ledger_seal" -> "leaf_hash";
            case "ledger_tree_node" -> "hash";
            default -> "note";
        };
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void the_application_cannot(String statement) throws SQLException {
        try (Connection connection = application.connect();
                Statement attempt = connection.createStatement()) {
            if (statement.startsWith("GRANT")) {
                attempt.execute(statement);
                assertThat(attempt.getWarnings().getSQLState()).isEqualTo(NOTHING_GRANTED);
            } else {
                assertThatThrownBy(() -> attempt.execute(statement))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused ->
                                        assertThat(refused.getSQLState()).isEqualTo(NOT_ALLOWED));
            }
        }
    }

    static Stream<String> changes() {
        return LOG.stream()
                .flatMap(table ->
                        Stream.of(
                                        "UPDATE %1$s SET " + columnOf(table) + " = DEFAULT",
                                        "DELETE FROM %1$s",
                                        "TRUNCATE %1$s")
                                .map(statement -> statement.formatted(table)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nor_can_the_owner_by_mistake(String statement) {
        assertThatThrownBy(() -> store.ownerJdbc().sql(statement).update())
                .rootCause()
                .hasMessageContaining("only grows");
    }

    @Test
    void everything_but_the_log_is_its_own() {
        List<@Nullable String> others =
                store.jdbc()
                        .sql(
                                """
                                SELECT relname FROM pg_class
                                 WHERE relnamespace = current_schema()::regnamespace
                                   AND relkind = 'r'
                                   AND pg_get_userbyid(relowner) <> current_user
                                """)
                        .query(String.class)
                        .list();

        assertThat(others)
                .containsExactlyInAnyOrder(
                        "ledger_event",
                        "ledger_seal",
                        "ledger_tree_node",
                        "ledger_checkpoint",
                        "flyway_schema_history");
    }
}
