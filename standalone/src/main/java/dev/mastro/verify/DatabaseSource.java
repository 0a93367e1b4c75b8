package dev.mastro.verify;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.eventstore.verify.ChainWalk;
import dev.mastro.eventstore.verify.KeptSubtrees;
import dev.mastro.eventstore.verify.LogSnapshot;
import dev.mastro.eventstore.verify.StoredLog;
import dev.mastro.eventstore.verify.Unsealed;
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

/** A log in PostgreSQL, read in one snapshot that cannot write. */
final class DatabaseSource implements LogSource {

    private static final String ROWS =
            """
            COPY (
                SELECT seal.position, seal.leaf_hash, seal.chain_hash,
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

    private static final String TABLES =
            """
            SELECT to_regclass('ledger_seal') IS NOT NULL,
                   to_regclass('ledger_checkpoint') IS NOT NULL
            """;

    private static final String NOTES = "SELECT size, note FROM ledger_checkpoint ORDER BY size";

    private static final int FILE_HEADER = 19;
    private static final int FIELDS = 12;

    private final LogSnapshot snapshot;
    private final StoredLog log;
    private final String place;
    private final boolean signed;

    DatabaseSource(LogSnapshot snapshot, String place, boolean signed) {
        this.snapshot = snapshot;
        this.log = new StoredLog(snapshot);
        this.place = place;
        this.signed = signed;
    }

    static DatabaseSource of(LogSnapshot.Opening opening, String place) throws SQLException {
        LogSnapshot snapshot = LogSnapshot.open(opening);
        try (Statement statement = connection(snapshot).createStatement();
                ResultSet tables = statement.executeQuery(TABLES)) {
            tables.next();
            if (!tables.getBoolean(1)) {
                throw new CannotVerify("there is no log of Mastro in " + place);
            }
            return new DatabaseSource(snapshot, place, tables.getBoolean(2));
        } catch (SQLException | CannotVerify e) {
            snapshot.close();
            throw e;
        }
    }

    private static Connection connection(LogSnapshot snapshot) {
        return snapshot.connections().getFirst();
    }

    @Override
    public String place() {
        return place + ", in one read-only snapshot";
    }

    @Override
    public List<Note> notes() {
        return signed ? ask(() -> notes(connection(snapshot))) : List.of();
    }

    @Override
    public boolean isTheLog() {
        return true;
    }

    @Override
    public KeptSubtrees subtrees() {
        return signed ? ask(log::subtrees) : new KeptSubtrees(List.of(), 0);
    }

    @Override
    public Unsealed unsealed() {
        return ask(log::unsealed);
    }

    @Override
    public void walk(ChainWalk walk) {
        ask(() -> {
            log.read(walk);
            return walk;
        });
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public void read(Consumer<SealedRow> reader) {
        ask(() -> {
            copy(reader);
            return reader;
        });
    }

    private void copy(Consumer<SealedRow> reader) throws SQLException {
        try (Statement statement = connection(snapshot).createStatement()) {
            statement.execute(IN_ORDER);
        }
        CopyOut copy = connection(snapshot).unwrap(PGConnection.class).getCopyAPI().copyOut(ROWS);
        int offset = FILE_HEADER;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            ByteBuffer row = ByteBuffer.wrap(message, offset, message.length - offset);
            offset = 0;
            if (row.hasRemaining() && row.getShort() == FIELDS) {
                reader.accept(row(row));
            }
        }
    }

    private static SealedRow row(ByteBuffer fields) {
        long position = ByteBuffer.wrap(Fields.bytes(fields)).getLong();
        byte[] leaf = Fields.bytes(fields);
        byte[] chain = Fields.bytes(fields);
        boolean present = fields.getInt(fields.position()) >= 0;
        return new SealedRow(position, leaf, chain, present ? Fields.event(fields) : null);
    }

    private static List<Note> notes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NOTES)) {
            List<Note> found = new ArrayList<>();
            while (row.next()) {
                found.add(new Note(row.getLong(1), row.getString(2), "the log"));
            }
            return found;
        }
    }

    private interface Question<T> {

        T ask() throws SQLException;
    }

    @CanIgnoreReturnValue
    private <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new CannotVerify("cannot read %s: %s".formatted(place, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            snapshot.close();
        } catch (SQLException e) {
            throw new CannotVerify("cannot leave " + place, e);
        }
    }
}
