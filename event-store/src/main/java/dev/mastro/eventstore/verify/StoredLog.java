package dev.mastro.eventstore.verify;

import dev.mastro.eventstore.seal.Hash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A log in PostgreSQL, as a snapshot shows it. */
public final class StoredLog {

    private static final String NODES = "SELECT level, node_index, hash FROM ledger_tree_node";

    private static final String SIGNED = "SELECT coalesce(max(size), 0) FROM ledger_checkpoint";

    private static final String UNSEALED =
            """
            SELECT count(*), count(*) FILTER (WHERE passed), min(global_index) FILTER (WHERE passed)
              FROM (SELECT global_index,
                           global_index <= (SELECT global_index FROM seal_watermark) AS passed
                      FROM ledger_event AS event
                     WHERE NOT EXISTS (
                           SELECT FROM ledger_seal AS seal
                            WHERE seal.global_index = event.global_index)) AS unsealed
            """;

    private final List<Connection> connections;

    /** Reads what the snapshot shows, and leaves it open. */
    public StoredLog(LogSnapshot snapshot) {
        this.connections = snapshot.connections();
    }

    /** Lets the walk follow the log, or as much of it as it wants. */
    public void read(ChainWalk walk) throws SQLException {
        try (LogReader reader = new LogReader(connections)) {
            reader.read(walk);
        }
    }

    /** The subtrees that it keeps. */
    public KeptSubtrees subtrees() throws SQLException {
        return new KeptSubtrees(
                query(
                        NODES,
                        row ->
                                new KeptSubtrees.Node(
                                        row.getInt(1), row.getLong(2), Hash.of(row.getBytes(3)))),
                query(SIGNED, row -> row.getLong(1)).getFirst());
    }

    /** Events that have no position. */
    public Unsealed unsealed() throws SQLException {
        return query(UNSEALED, row -> new Unsealed(row.getLong(1), row.getLong(2), row.getLong(3)))
                .getFirst();
    }

    private interface Reader<T> {

        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reader<T> reader) throws SQLException {
        try (Statement statement = connections.getFirst().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        }
    }
}
