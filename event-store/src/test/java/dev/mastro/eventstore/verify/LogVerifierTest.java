package dev.mastro.eventstore.verify;

import static dev.mastro.eventstore.StoreFixture.events;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.StoreFixture;
import dev.mastro.eventstore.seal.LogRows;
import dev.mastro.eventstore.verify.LogVerifier.Verdict;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody with all rights on the database can do, and what is seen of it. */
class LogVerifierTest {

    private static final Database DATABASE = EmbeddedPostgres.shared().freshDatabase();
    private static final int EVENTS = 4;
    private static final String THIRD =
            "global_index = (SELECT global_index FROM ledger_seal WHERE position = 3)";

    private Connection connection;

    @BeforeAll
    static void record() {
        try (StoreFixture store = StoreFixture.start(DATABASE, Map.of())) {
            store.publish(events("stream", EVENTS));
            assertThat(store.bean(LogPosition.class).settledHead(Duration.ofSeconds(30)))
                    .hasValue(EVENTS);
        }
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = LogRows.begin(DATABASE.connect());
    }

    @AfterEach
    void takeBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void an_untouched_log_is_intact() throws SQLException {
        Verdict verdict = new LogVerifier(LogSnapshot.of(connection)).verify();

        assertThat(verdict.first()).isNull();
        assertThat(verdict.head().position()).isEqualTo(EVENTS);
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE ledger_event SET payload = '{}' WHERE EVENT, 3, not the one that was sealed",
        "UPDATE ledger_event SET metadata = '[]' WHERE EVENT, 3, not the one that was sealed",
        "UPDATE ledger_event SET recorded_at = now() WHERE EVENT, 3, not the one that was sealed",
        "UPDATE ledger_event SET revision = '9' WHERE EVENT, 3, not the one that was sealed",
        "DELETE FROM ledger_event WHERE EVENT, 3, the event is missing",
        "DELETE FROM ledger_seal WHERE position = 2, 2, the position is missing",
        "DELETE FROM ledger_seal WHERE position = 4, 4, has no position",
        "UPDATE ledger_seal SET leaf_hash = sha256('x') WHERE position = 2, 2, not the one",
        "UPDATE ledger_seal SET chain_hash = leaf_hash WHERE position = 1, 1, chain of hashes"
    })
    void a_change_is_found_at_its_position(String change, long position, String what)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE ledger_event DISABLE TRIGGER USER");
            statement.execute("ALTER TABLE ledger_seal DISABLE TRIGGER USER");
            statement.execute("UPDATE seal_watermark SET global_index = 1000000");
            assertThat(statement.executeUpdate(change.replace("EVENT", THIRD))).isEqualTo(1);
        }

        Verdict verdict = new LogVerifier(LogSnapshot.of(connection)).verify();

        assertThat(verdict.head().position()).isEqualTo(position - 1);
        assertThat(verdict.first())
                .isNotNull()
                .satisfies(first -> assertThat(first.position()).isEqualTo(position))
                .extracting(Mismatch::what)
                .asString()
                .contains(what);
    }
}
