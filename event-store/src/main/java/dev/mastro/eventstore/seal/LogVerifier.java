package dev.mastro.eventstore.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Walks the whole log by position and computes every hash again from the stored bytes. It believes
 * nothing that it can compute, and stops at the first position that does not match.
 */
public final class LogVerifier {

    private static final int PAGE = 1000;

    private static final String SEALED =
            """
            SELECT seal.position, seal.leaf_hash, seal.chain_hash, event.*
              FROM ledger_seal AS seal
              LEFT JOIN (
                   SELECT %s,
                          CASE WHEN pg_input_is_valid(recorded_at_text, 'timestamptz')
                               THEN recorded_at = recorded_at_text::timestamptz
                               ELSE false END AS recorded_then
                     FROM ledger_event) AS event ON event.global_index = seal.global_index
             ORDER BY seal.position
            """
                    .formatted(StoredEvent.COLUMNS);

    private static final String NEVER_SEALED =
            """
            SELECT min(global_index) FROM ledger_event AS event
             WHERE global_index <= (SELECT global_index FROM seal_watermark)
               AND NOT EXISTS (
                   SELECT FROM ledger_seal AS seal WHERE seal.global_index = event.global_index)
            """;

    private final Connection connection;

    /** Reads in the transaction that {@code connection} is in; it must not commit by itself. */
    public LogVerifier(Connection connection) {
        this.connection = connection;
    }

    /** What does not match, and at which position. */
    public record Mismatch(long position, String what) {}

    /** Up to where everything matched, and what came then, if anything did. */
    public record Verdict(ChainLink head, @Nullable Mismatch first) {}

    /** Reads everything. */
    public Verdict verify() throws SQLException {
        ChainLink head = ChainLink.START;
        try (PreparedStatement select = connection.prepareStatement(SEALED)) {
            select.setFetchSize(PAGE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Step step = follow(head, row);
                    if (step.mismatch() != null) {
                        return new Verdict(head, step.mismatch());
                    }
                    head = step.link();
                }
            }
        }
        OptionalLong forgotten = neverSealed();
        return new Verdict(
                head,
                forgotten.isEmpty()
                        ? null
                        : new Mismatch(
                                head.position() + 1,
                                "the event with index %d has no position"
                                        .formatted(forgotten.getAsLong())));
    }

    private record Step(ChainLink link, @Nullable Mismatch mismatch) {}

    private static Step follow(ChainLink head, ResultSet row) throws SQLException {
        long expected = head.position() + 1;
        if (row.getLong("position") != expected) {
            return mismatch(head, "the position is missing");
        }
        if (row.getString("event_id") == null) {
            return mismatch(head, "the event is missing");
        }
        Hash leaf = StoredEvent.read(row).leaf();
        if (!leaf.equals(Hash.of(row.getBytes("leaf_hash"))) || !row.getBoolean("recorded_then")) {
            return mismatch(head, "the event is not the one that was sealed");
        }
        ChainLink next = head.next(leaf);
        return next.hash().equals(Hash.of(row.getBytes("chain_hash")))
                ? new Step(next, null)
                : mismatch(head, "the chain of hashes is broken");
    }

    private static Step mismatch(ChainLink head, String what) {
        return new Step(head, new Mismatch(head.position() + 1, what));
    }

    private OptionalLong neverSealed() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEVER_SEALED);
                ResultSet row = select.executeQuery()) {
            row.next();
            long index = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(index);
        }
    }
}
