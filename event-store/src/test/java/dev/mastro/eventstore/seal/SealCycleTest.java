package dev.mastro.eventstore.seal;

import static dev.mastro.eventstore.seal.LogRows.begin;
import static dev.mastro.eventstore.seal.LogRows.insert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cycles one by one, around transactions that end when the test wants. */
class SealCycleTest {

    private static final String TAKE_INDEXES =
            """
            DO $$
            BEGIN
                LOOP
                    PERFORM nextval('ledger_event_global_index_seq');
                END LOOP;
            END $$
            """;

    /** On the server, so that one read follows the other before 32 more are taken. */
    private static final String COMPARE_WITH_LATER_READS =
            """
            DO $$
            DECLARE
                earlier bigint;
                later   bigint;
            BEGIN
                FOR i IN 1..200000 LOOP
                    SELECT last_index INTO earlier FROM (LAST_INDEX) AS read (last_index);
                    later := pg_sequence_last_value('ledger_event_global_index_seq');
                    IF earlier > later THEN
                        RAISE 'read % of which % were taken', earlier, later;
                    END IF;
                END LOOP;
            END $$
            """
                    .replace("LAST_INDEX", SealCycle.LAST_INDEX);

    private final Database database = EmbeddedPostgres.shared().freshDatabase();
    private final List<Connection> open = new ArrayList<>();

    @BeforeEach
    void schema() {
        StoreFixture.start(database, Map.of()).close();
    }

    @AfterEach
    void close() throws SQLException {
        for (Connection connection : open) {
            connection.close();
        }
    }

    @Test
    void an_event_that_commits_late_comes_after_those_it_let_pass() throws SQLException {
        SealCycle cycle = new SealCycle(transaction());
        Connection late = transaction();
        Connection early = transaction();
        insert(late, "late", 0);
        insert(early, "early", 0);
        early.commit();
        assertThat(cycle.run()).isEqualTo(1);

        late.commit();
        assertThat(cycle.run()).isEqualTo(1);

        assertThat(sealed()).containsExactly("early", "late");
    }

    @Test
    void positions_have_no_holes_where_indexes_have() throws SQLException {
        SealCycle cycle = new SealCycle(transaction());
        Connection writer = transaction();
        insert(writer, "rolled back", 0);
        writer.rollback();
        long first = insert(writer, "first", 0);
        writer.commit();
        insert(writer, "rolled back", 0);
        writer.rollback();
        long second = insert(writer, "second", 0);
        writer.commit();

        cycle.run();

        assertThat(second).isEqualTo(first + 2);
        assertThat(numbers("SELECT position FROM ledger_seal ORDER BY 1")).containsExactly(1L, 2L);
        assertThat(numbers("SELECT global_index FROM ledger_seal ORDER BY position"))
                .containsExactly(first, second);
    }

    @Test
    void the_watermark_rises_once_nobody_can_commit_below_it() throws SQLException {
        SealCycle cycle = new SealCycle(transaction());
        Connection slow = transaction();
        long slowest = insert(slow, "slow", 0);
        Connection quick = transaction();
        long last = insert(quick, "quick", 0);
        quick.commit();
        runTwice(cycle);
        assertThat(watermark()).isLessThan(slowest);

        slow.commit();
        runTwice(cycle);

        assertThat(watermark()).isEqualTo(last);
        assertThat(cycle.run()).isZero();
    }

    @Test
    void a_successor_goes_on_where_the_last_one_stopped() throws SQLException {
        Connection writer = transaction();
        insert(writer, "first", 0);
        writer.commit();
        new SealCycle(transaction()).run();
        insert(writer, "second", 0);
        writer.commit();

        new SealCycle(transaction()).run();

        assertThat(sealed()).containsExactly("first", "second");
        assertThat(lastChainHash()).isEqualTo(computedChain().hash());
    }

    @Test
    void nothing_is_lost_however_transactions_overlap() throws SQLException {
        assertThat(sealedAfterOverlaps(SealCycle::new)).containsExactlyInAnyOrder("one", "two");
    }

    /** The fence is lower than the number of a transaction that took an index before. */
    @Test
    void a_fence_taken_before_the_last_index_was_read_loses_an_event() throws SQLException {
        assertThat(sealedAfterOverlaps(FenceFirst::new)).doesNotContain("two");
    }

    /** One past the last completed number: older running transactions may lie beyond it. */
    @Test
    void the_end_of_a_snapshot_as_fence_loses_an_event() throws SQLException {
        assertThat(sealedAfterOverlaps(SnapshotEnd::new)).doesNotContain("two");
    }

    /** An index that is taken after the fence must not be below the one that was seen before it. */
    @Test
    void the_last_index_is_never_one_that_nobody_has_taken() throws Exception {
        Connection writer = transaction();
        Connection reader = transaction();
        try (Statement taking = writer.createStatement();
                Statement reading = reader.createStatement()) {
            Future<?> taken = CompletableFuture.runAsync(() -> takeUntilCancelled(taking));
            try {
                reading.execute(COMPARE_WITH_LATER_READS);
            } finally {
                taking.cancel();
            }
            assertThat(taken).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    private static void takeUntilCancelled(Statement taking) {
        assertThatThrownBy(() -> taking.execute(TAKE_INDEXES))
                .hasMessageContaining("canceling statement due to user request");
    }

    /** Makes a cycle; the action happens between its first two reads. */
    private interface Cycles {
        SealCycle on(Connection connection) throws SQLException;
    }

    private List<String> sealedAfterOverlaps(Cycles kind) throws SQLException {
        SealCycle cycle = kind.on(transaction());
        Connection one = transaction();
        Connection two = transaction();
        insert(one, "one", 0);
        if (cycle instanceof FenceFirst canary) {
            canary.between = () -> insert(two, "two", 0);
        } else {
            insert(two, "two", 0);
        }
        cycle.run();
        one.commit();
        runTwice(cycle);
        two.commit();
        runTwice(cycle);
        return sealed();
    }

    private static void runTwice(SealCycle cycle) throws SQLException {
        cycle.run();
        cycle.run();
    }

    private interface Action {
        void run() throws SQLException;
    }

    private static final class FenceFirst extends SealCycle {

        private Action between = () -> {};

        FenceFirst(Connection connection) throws SQLException {
            super(connection);
        }

        @Override
        Found look(long taken) throws SQLException {
            long fence = fence();
            between.run();
            between = () -> {};
            remember(new Watermark.Sample(lastIndex(), fence));
            return withoutSeal();
        }
    }

    private static final class SnapshotEnd extends SealCycle {

        private final Connection connection;

        SnapshotEnd(Connection connection) throws SQLException {
            super(connection);
            this.connection = connection;
        }

        @Override
        Found look(long taken) throws SQLException {
            try (PreparedStatement select =
                            connection.prepareStatement(
                                    "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
                    var row = select.executeQuery()) {
                row.next();
                remember(new Watermark.Sample(taken, row.getLong(1)));
            }
            return withoutSeal();
        }
    }

    private Connection transaction() throws SQLException {
        Connection connection = begin(database.connect());
        open.add(connection);
        return connection;
    }

    private long watermark() throws SQLException {
        return numbers("SELECT global_index FROM seal_watermark").getFirst();
    }

    private List<String> sealed() throws SQLException {
        List<String> streams = new ArrayList<>();
        try (Connection reader = database.connect();
                PreparedStatement select =
                        reader.prepareStatement(
                                """
                                SELECT aggregate_id FROM ledger_event
                                  JOIN ledger_seal USING (global_index) ORDER BY position
                                """);
                var row = select.executeQuery()) {
            while (row.next()) {
                streams.add(row.getString(1));
            }
        }
        return streams;
    }

    private ChainLink computedChain() throws SQLException {
        ChainLink link = ChainLink.START;
        try (Connection reader = database.connect();
                PreparedStatement select =
                        reader.prepareStatement(
                                """
                                SELECT ledger_event.* FROM ledger_event
                                  JOIN ledger_seal USING (global_index) ORDER BY position
                                """);
                var row = select.executeQuery()) {
            while (row.next()) {
                link = link.next(StoredEvent.read(row).leaf());
            }
        }
        return link;
    }

    private Hash lastChainHash() throws SQLException {
        try (Connection reader = database.connect();
                PreparedStatement select =
                        reader.prepareStatement(
                                """
                                SELECT chain_hash FROM ledger_seal ORDER BY position DESC LIMIT 1
                                """);
                var row = select.executeQuery()) {
            row.next();
            return Hash.of(row.getBytes(1));
        }
    }

    private List<Long> numbers(String query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection reader = database.connect();
                PreparedStatement select = reader.prepareStatement(query);
                var row = select.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }
}
