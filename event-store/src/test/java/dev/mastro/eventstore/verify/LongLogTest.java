package dev.mastro.eventstore.verify;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A log of several pages, in which some events got their positions long after their indexes. */
class LongLogTest {

    private static final Database DATABASE = EmbeddedPostgres.shared().freshDatabase();
    private static final int PAGES = 3;
    private static final int IN_BULK = PAGES * SealedPage.ROWS;
    private static final int LATE = 2;
    private static final int EVENTS = IN_BULK + LATE;
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final String BULK =
            """
            INSERT INTO ledger_event (
                aggregate_type, aggregate_id, sequence_number, event_id, recorded_at,
                recorded_at_text, payload_type, revision, payload, metadata)
            SELECT 'Account', 'stream-' || place, 0, gen_random_uuid(),
                   '2019-03-01T00:00:00.25Z', '2019-03-01T00:00:00.25Z', 'AccountClosed', '1',
                   '{}', '{}'
              FROM generate_series(1, %d) AS place
             WHERE pg_current_xact_id() IS NOT NULL
            """
                    .formatted(IN_BULK);

    @BeforeAll
    static void record() throws SQLException {
        try (StoreFixture store = StoreFixture.start(DATABASE, Map.of());
                Connection late = LogRows.begin(DATABASE.connect())) {
            LogRows.insert(late, "late", 0);
            run(DATABASE.connect(), BULK);
            LogRows.insert(late, "late", 1);
            LogPosition position = store.bean(LogPosition.class);
            assertThat(position.settledHead(SOON)).hasValue(IN_BULK);
            late.commit();
            assertThat(position.settledHead(SOON)).hasValue(EVENTS);
        }
    }

    private static void run(Connection own, String sql) throws SQLException {
        try (own;
                Statement statement = own.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void it_is_followed_to_its_end_over_several_connections() throws SQLException {
        try (LogSnapshot snapshot = LogSnapshot.open(DATABASE::connect)) {
            Verdict verdict = new LogVerifier(snapshot).verify();

            assertThat(snapshot.connections()).hasSizeGreaterThan(1);
            assertThat(verdict.first()).isNull();
            assertThat(verdict.head().position()).isEqualTo(EVENTS);
        }
    }

    @Test
    void all_connections_see_the_log_as_it_was_when_the_first_one_was_opened() throws SQLException {
        try (LogSnapshot snapshot = LogSnapshot.open(DATABASE::connect);
                Connection other = LogRows.begin(DATABASE.connect())) {
            LogRows.insert(other, "afterwards", 0);
            assertThat(waiting(LogSnapshot.of(other))).isPositive();
            other.commit();

            for (Connection connection : snapshot.connections()) {
                assertThat(waiting(LogSnapshot.of(connection))).isZero();
            }
        }
    }

    private static long waiting(LogSnapshot snapshot) throws SQLException {
        return new StoredLog(snapshot).unsealed().waiting();
    }

    @Test
    void a_change_behind_the_first_page_is_found_at_its_position() throws SQLException {
        long place = SealedPage.ROWS + 5L;
        try (Connection copy = LogRows.begin(DATABASE.connect());
                Statement statement = copy.createStatement()) {
            statement.execute("ALTER TABLE ledger_event DISABLE TRIGGER USER");
            statement.execute(
                    "UPDATE ledger_event SET metadata = '[]' WHERE global_index ="
                            + " (SELECT global_index FROM ledger_seal WHERE position = %d)"
                                    .formatted(place));

            Verdict verdict = new LogVerifier(LogSnapshot.of(copy)).verify();

            assertThat(verdict.first())
                    .isEqualTo(new Mismatch(place, "the event is not the one that was sealed"));
            assertThat(verdict.head().position()).isEqualTo(place - 1);
            copy.rollback();
        }
    }
}
