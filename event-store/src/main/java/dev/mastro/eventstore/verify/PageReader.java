package dev.mastro.eventstore.verify;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * Reads pages of a log over one connection. Positions follow the indexes nearly in their order, so
 * the events of a page are a few ranges of indexes: mostly one, and one more for what came late.
 */
final class PageReader {

    /** What comes before the first row. */
    private static final int HEADER = 19;

    private static final int SEAL_FIELDS = 4;

    private final CopyManager copies;
    private final EventRow event = new EventRow();

    PageReader(Connection connection) throws SQLException {
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** The rows from the first position behind this one on. */
    SealedPage after(long position) throws SQLException {
        SealedPage page = new SealedPage();
        long[] indexes = new long[SealedPage.ROWS];
        read(seals(position), (message, offset) -> seal(page, indexes, message, offset));
        RowsByIndex rows = new RowsByIndex(indexes, page.size());
        for (RowsByIndex.Range range : rows.ranges()) {
            read(events(range), (message, offset) -> event(page, rows, message, offset));
        }
        return page;
    }

    private static String seals(long position) {
        return """
        COPY (
            SELECT position, global_index, leaf_hash, chain_hash
              FROM ledger_seal WHERE position > '%d' ORDER BY position LIMIT %d
        ) TO STDOUT (FORMAT binary)
        """
                .formatted(position, SealedPage.ROWS);
    }

    private static String events(RowsByIndex.Range range) {
        return """
        COPY (
            SELECT %s FROM ledger_event WHERE global_index BETWEEN %d AND %d
        ) TO STDOUT (FORMAT binary)
        """
                .formatted(EventRow.COLUMNS, range.first(), range.last());
    }

    private static void seal(SealedPage page, long[] indexes, byte[] message, int offset) {
        ByteBuffer row = ByteBuffer.wrap(message, offset, message.length - offset);
        if (row.remaining() > Short.BYTES && row.getShort() == SEAL_FIELDS) {
            long position = row.position(row.position() + Integer.BYTES).getLong();
            indexes[page.size()] = row.position(row.position() + Integer.BYTES).getLong();
            page.add(position, bytes(row), bytes(row));
        }
    }

    private static byte[] bytes(ByteBuffer row) {
        byte[] field = new byte[Math.max(0, row.getInt())];
        row.get(field);
        return field;
    }

    private void event(SealedPage page, RowsByIndex rows, byte[] message, int offset) {
        if (!event.at(message, offset)) {
            return;
        }
        int row = rows.row(event.index());
        if (row != RowsByIndex.NONE) {
            page.found(row, event);
        }
    }

    @FunctionalInterface
    private interface Row {

        void read(byte[] message, int offset);
    }

    private void read(String query, Row row) throws SQLException {
        CopyOut copy = copies.copyOut(query);
        int offset = HEADER;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            row.read(message, offset);
            offset = 0;
        }
    }
}
