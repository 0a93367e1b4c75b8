package dev.mastro.eventstore.seal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for committed events without a position and gives them the next ones, on a connection of
 * its own. The order of the three reads matters: what was taken, then the fence, then what is
 * visible. A late event is found however late it is, because what is looked for is the absence of
 * its seal; the watermark only keeps the search short.
 */
class SealCycle {

    /** How many events get their positions in one transaction, at most. */
    static final int PAGE = 2000;

    private static final String LAST_SEAL =
            """
            SELECT position, chain_hash FROM ledger_seal ORDER BY position DESC LIMIT 1
            """;

    private static final String WATERMARK = "SELECT global_index FROM seal_watermark";

    /**
     * This function waits for whoever is taking an index. A query of the sequence does not: while
     * that is written to the server's log, it reads up to 32 indexes that nobody has taken.
     */
    static final String LAST_INDEX =
            "SELECT pg_sequence_last_value('ledger_event_global_index_seq')";

    private static final String FENCE = "SELECT pg_current_xact_id()::text::bigint";

    private static final String WITHOUT_SEAL =
            """
            SELECT visible.oldest_running, event.*
              FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                           AS oldest_running) AS visible
              LEFT JOIN LATERAL (
                   SELECT %s FROM ledger_event AS unsealed
                    WHERE global_index > ?
                      AND NOT EXISTS (
                          SELECT FROM ledger_seal AS seal
                           WHERE seal.global_index > ?
                             AND seal.global_index = unsealed.global_index)
                    ORDER BY global_index
                    LIMIT ?) AS event ON true
             ORDER BY event.global_index
            """
                    .formatted(StoredEvent.COLUMNS);

    private static final String SEAL =
            """
            INSERT INTO ledger_seal (position, global_index, leaf_hash, chain_hash)
            SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[])
            """;

    private static final String RAISE = "UPDATE seal_watermark SET global_index = ?";

    private final Connection connection;
    private final Watermark watermark;
    private ChainLink last;
    private long from;

    /** Goes on where the last seal ends. */
    SealCycle(Connection connection) throws SQLException {
        this.connection = connection;
        this.watermark = new Watermark(number(WATERMARK, 0));
        this.last = lastLink();
        this.from = watermark.index();
        connection.commit();
    }

    /** One transaction. Returns how many events were sealed. */
    @CanIgnoreReturnValue
    final int run() throws SQLException {
        long taken = lastIndex();
        if (taken <= watermark.index()) {
            connection.rollback();
            return 0;
        }
        Found found = look(taken);
        if (!found.events().isEmpty()) {
            seal(found.events());
        }
        boolean fromWatermark = from == watermark.index();
        from = next(found.events());
        if (fromWatermark && from == watermark.index()) {
            raise(found.oldestRunning());
        }
        connection.commit();
        return found.events().size();
    }

    /** A backlog is worked off page by page; then whatever came late is looked for again. */
    private long next(List<StoredEvent> events) {
        return events.size() < PAGE ? watermark.index() : events.getLast().index();
    }

    private void raise(long oldestRunning) throws SQLException {
        if (watermark.rise(oldestRunning)) {
            from = watermark.index();
            try (PreparedStatement raise = connection.prepareStatement(RAISE)) {
                raise.setLong(1, watermark.index());
                raise.executeUpdate();
            }
        }
    }

    /** What was visible at one moment. */
    record Found(long oldestRunning, List<StoredEvent> events) {}

    /** A sample, and then what is visible. */
    Found look(long taken) throws SQLException {
        watermark.remember(new Watermark.Sample(taken, fence()));
        return withoutSeal();
    }

    final void remember(Watermark.Sample sample) {
        watermark.remember(sample);
    }

    final long lastIndex() throws SQLException {
        return number(LAST_INDEX, 0);
    }

    final long fence() throws SQLException {
        return number(FENCE, 0);
    }

    final Found withoutSeal() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WITHOUT_SEAL)) {
            select.setLong(1, from);
            select.setLong(2, from);
            select.setInt(3, PAGE);
            try (ResultSet rows = select.executeQuery()) {
                long oldestRunning = 0;
                List<StoredEvent> events = new ArrayList<>();
                while (rows.next()) {
                    oldestRunning = rows.getLong("oldest_running");
                    if (rows.getString("event_id") != null) {
                        events.add(StoredEvent.read(rows));
                    }
                }
                return new Found(oldestRunning, events);
            }
        }
    }

    private void seal(List<StoredEvent> events) throws SQLException {
        int count = events.size();
        Long[] positions = new Long[count];
        Long[] indexes = new Long[count];
        byte[][] leaves = new byte[count][];
        byte[][] links = new byte[count][];
        for (int i = 0; i < count; i++) {
            Hash leaf = events.get(i).leaf();
            last = last.next(leaf);
            positions[i] = last.position();
            indexes[i] = events.get(i).index();
            leaves[i] = leaf.bytes();
            links[i] = last.hash().bytes();
        }
        Array[] columns = {
            connection.createArrayOf("bigint", positions),
            connection.createArrayOf("bigint", indexes),
            connection.createArrayOf("bytea", leaves),
            connection.createArrayOf("bytea", links)
        };
        try (PreparedStatement insert = connection.prepareStatement(SEAL)) {
            for (int column = 0; column < columns.length; column++) {
                insert.setArray(column + 1, columns[column]);
            }
            insert.executeUpdate();
        }
    }

    private ChainLink lastLink() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST_SEAL);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new ChainLink(row.getLong("position"), Hash.of(row.getBytes("chain_hash")))
                    : ChainLink.START;
        }
    }

    private long number(String query, long otherwise) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : otherwise;
        }
    }
}
