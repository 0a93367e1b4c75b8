package dev.mastro.query.platform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Writes rows together: a few as one statement, which is one round trip, and many as a stream in
 * the database's own form, which costs it the least.
 */
@Component
public class TableWriter {

    /** From here on the second round trip is worth it. */
    static final int MANY = 500;

    private static final byte[] SIGNATURE =
            "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int END = -1;

    /** What a row takes, about. */
    private static final int ROW = 300;

    private final JdbcOperations jdbc;

    /** Writes in the transaction that is open. */
    public TableWriter(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds rows that are not there yet. */
    public <R> void insert(TableColumns<R> columns, List<R> rows) {
        if (rows.size() >= MANY) {
            copy(columns, rows);
        } else if (!rows.isEmpty()) {
            var _ = jdbc.update(columns.insert(), columns.arrays(rows));
        }
    }

    /** Adds rows, and changes those that are there. */
    public <R> void upsert(TableColumns<R> columns, List<R> rows) {
        if (!rows.isEmpty()) {
            var _ = jdbc.update(columns.upsert(), columns.arrays(rows));
        }
    }

    private <R> void copy(TableColumns<R> columns, List<R> rows) {
        byte[] stream = binary(columns, rows);
        ConnectionCallback<Long> copying =
                connection -> {
                    try {
                        return connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn(columns.copy(), new ByteArrayInputStream(stream));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                };
        jdbc.execute(copying);
    }

    private static <R> byte[] binary(TableColumns<R> columns, List<R> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.size() * ROW);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
            for (R row : rows) {
                columns.writeBinary(row, out);
            }
            out.writeShort(END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
