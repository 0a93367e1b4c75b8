package dev.mastro.verify;

import dev.mastro.eventstore.seal.Hash;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * A log in PostgreSQL, read in one snapshot that cannot write. Rows come as the binary format of
 * COPY, in which the fields of an event lie exactly as its leaf is computed.
 */
final class DatabaseSource implements LogSource {

    private static final String ROWS =
            """
            COPY (
                SELECT seal.position, seal.leaf_hash, seal.chain_hash,
                       CASE WHEN pg_input_is_valid(event.recorded_at_text, 'timestamptz')
                            THEN event.recorded_at = event.recorded_at_text::timestamptz
                            ELSE false END,
                       event.event_id::text, event.aggregate_type, event.aggregate_id,
                       event.sequence_number, event.recorded_at_text, event.payload_type,
                       event.revision, event.payload, event.metadata
                  FROM ledger_seal AS seal
                  LEFT JOIN ledger_event AS event ON event.global_index = seal.global_index
                 ORDER BY seal.position
            ) TO STDOUT (FORMAT binary)
            """;

    /** By position from the first to the last, without sorting the log beforehand. */
    private static final String IN_ORDER =
            """
            SET LOCAL enable_hashjoin = off;
            SET LOCAL enable_mergejoin = off;
            SET LOCAL enable_sort = off;
            SET LOCAL max_parallel_workers_per_gather = 0
            """;

    private static final String UNSEALED =
            """
            SELECT count(*),
                   count(*) FILTER (
                       WHERE global_index <= (SELECT global_index FROM seal_watermark))
              FROM ledger_event AS event
             WHERE NOT EXISTS (
                   SELECT FROM ledger_seal AS seal WHERE seal.global_index = event.global_index)
            """;

    private static final String TABLES =
            """
            SELECT to_regclass('ledger_seal') IS NOT NULL,
                   to_regclass('ledger_checkpoint') IS NOT NULL
            """;

    private static final int FILE_HEADER = 19;
    private static final int FIELDS = 13;

    private final Connection connection;
    private final String place;
    private final boolean signed;

    DatabaseSource(Connection connection, String place, boolean signed) {
        this.connection = connection;
        this.place = place;
        this.signed = signed;
    }

    /** Takes the connection over. */
    static DatabaseSource of(Connection connection, String place) {
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    ResultSet tables = statement.executeQuery(TABLES)) {
                tables.next();
                if (!tables.getBoolean(1)) {
                    throw new CannotVerify("there is no log of Mastro in " + place);
                }
                return new DatabaseSource(connection, place, tables.getBoolean(2));
            }
        } catch (SQLException e) {
            throw new CannotVerify("cannot read %s: %s".formatted(place, e.getMessage()), e);
        }
    }

    @Override
    public String place() {
        return place + ", in one read-only snapshot";
    }

    @Override
    public List<Note> notes() {
        return signed
                ? query(
                        "SELECT size, note FROM ledger_checkpoint ORDER BY size",
                        row -> new Note(row.getLong(1), row.getString(2), "the log"))
                : List.of();
    }

    @Override
    public boolean isTheLog() {
        return true;
    }

    @Override
    public List<Node> nodes() {
        return signed
                ? query(
                        "SELECT level, node_index, hash FROM ledger_tree_node",
                        row -> new Node(row.getInt(1), row.getLong(2), Hash.of(row.getBytes(3))))
                : List.of();
    }

    @Override
    public Unsealed unsealed() {
        return query(UNSEALED, row -> new Unsealed(row.getLong(1), row.getLong(2))).getFirst();
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public void read(Consumer<SealedRow> reader) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(IN_ORDER);
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(ROWS);
            int offset = FILE_HEADER;
            for (byte[] message = copy.readFromCopy();
                    message != null;
                    message = copy.readFromCopy()) {
                ByteBuffer row = ByteBuffer.wrap(message, offset, message.length - offset);
                offset = 0;
                if (row.hasRemaining() && row.getShort() == FIELDS) {
                    reader.accept(row(row));
                }
            }
        } catch (SQLException e) {
            throw new CannotVerify("cannot read %s: %s".formatted(place, e.getMessage()), e);
        }
    }

    private static SealedRow row(ByteBuffer fields) {
        long position = ByteBuffer.wrap(Fields.bytes(fields)).getLong();
        byte[] leaf = Fields.bytes(fields);
        byte[] chain = Fields.bytes(fields);
        byte[] timesAgree = Fields.bytes(fields);
        boolean present = fields.getInt(fields.position()) >= 0;
        return new SealedRow(
                position,
                leaf,
                chain,
                timesAgree.length == 1 && timesAgree[0] == 1,
                present ? fields.slice() : ByteBuffer.allocate(0));
    }

    private interface Reader<T> {

        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reader<T> reader) {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery(sql)) {
                List<T> found = new ArrayList<>();
                while (row.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new CannotVerify("cannot read %s: %s".formatted(place, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new CannotVerify("cannot leave " + place, e);
        }
    }
}
