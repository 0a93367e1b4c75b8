package dev.mastro.benchmarks.figure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The newest events, taken out of the server, so that COPY can bring them in again. */
final class CopiedRows {

    private final Store store;
    private final byte[] rows;

    CopiedRows(Store store, int events) {
        this.store = store;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.jdbc()
                .sql("CREATE TABLE IF NOT EXISTS copied (LIKE ledger_event INCLUDING INDEXES)")
                .update();
        copying(copy ->
                copy.copyOut(
                        """
                        COPY (SELECT * FROM ledger_event ORDER BY global_index DESC LIMIT %d)
                          TO STDOUT (FORMAT binary)
                        """
                                .formatted(events),
                        out));
        rows = out.toByteArray();
    }

    /** Seconds that COPY takes into an empty table with the same keys. */
    double seconds() {
        store.jdbc().sql("TRUNCATE copied").update();
        return Senders.seconds(() ->
                copying(copy ->
                        copy.copyIn(
                                "COPY copied FROM STDIN (FORMAT binary)",
                                new ByteArrayInputStream(rows))));
    }

    private interface Copying {
        long with(CopyManager copy) throws SQLException, IOException;
    }

    private void copying(Copying work) {
        try (Connection connection = store.database().connect()) {
            long rows = work.with(connection.unwrap(PGConnection.class).getCopyAPI());
            if (rows == 0) {
                throw new IllegalStateException("nothing was copied");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot copy", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy", e);
        }
    }
}
