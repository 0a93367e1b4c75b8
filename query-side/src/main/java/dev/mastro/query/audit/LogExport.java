package dev.mastro.query.audit;

import dev.mastro.eventstore.checkpoint.CheckpointTable;
import dev.mastro.eventstore.checkpoint.KeptCheckpoint;
import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.seal.StoredEvent;
import dev.mastro.eventstore.seal.StoredFields;
import dev.mastro.query.platform.MalformedRequest;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole log as lines of JSON: what it is, the checkpoints, every event as it is stored, and an
 * end, without which the file is not whole. It is written as it is read.
 */
@Component
@ConditionalOnProperty(name = "mastro.event-store", havingValue = "postgres")
class LogExport {

    private static final int FETCH = 1000;
    private static final int CHECKPOINTS = 500;

    private static final String EVENTS =
            """
            SELECT seal.position, seal.leaf_hash, seal.chain_hash, event.*
              FROM ledger_seal AS seal
              JOIN (SELECT %s FROM ledger_event) AS event
                ON event.global_index = seal.global_index
             WHERE seal.position > ? AND seal.position <= ?
             ORDER BY seal.position
            """
                    .formatted(StoredEvent.COLUMNS);

    private final JsonMapper json =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JdbcClient jdbc;
    private final CheckpointTable checkpoints;
    private final TransactionTemplate snapshot;

    LogExport(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.checkpoints = new CheckpointTable(jdbc);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The first line. */
    private record Log(String type, int format, long positions, String chainHash) {}

    private record CheckpointLine(String type, long size, String note) {}

    private record EventLine(
            String type, long position, StoredFields stored, String leafHash, String chainHash) {

        private static EventLine of(ResultSet row) throws SQLException {
            HexFormat hex = HexFormat.of();
            return new EventLine(
                    "event",
                    row.getLong("position"),
                    StoredFields.read(row),
                    hex.formatHex(row.getBytes("leaf_hash")),
                    hex.formatHex(row.getBytes("chain_hash")));
        }
    }

    /** The last line. */
    private record End(String type, long checkpoints, long events) {}

    /** Up to a position, or up to the last one. */
    void write(@Nullable Long upTo, OutputStream out) {
        snapshot.executeWithoutResult(_ -> {
            ChainLink head = head(upTo);
            try (SequenceWriter lines =
                    json.writer().withRootValueSeparator("\n").writeValues(out)) {
                lines.write(new Log("log", 1, head.position(), head.hash().toString()));
                long signed = writeCheckpoints(lines, head.position());
                writeEvents(lines, head.position());
                lines.write(new End("end", signed, head.position()));
            }
        });
    }

    private ChainLink head(@Nullable Long upTo) {
        ChainLink last = checkpoints.head();
        if (upTo == null) {
            return last;
        }
        if (upTo < 0 || upTo > last.position()) {
            throw new MalformedRequest(
                    "upTo", upTo.toString(), "a position from 0 to " + last.position());
        }
        return checkpoints.link(upTo).orElseThrow();
    }

    private long writeCheckpoints(SequenceWriter lines, long upTo) {
        long written = 0;
        long size = -1;
        while (true) {
            List<KeptCheckpoint> page =
                    checkpoints.after(size, CHECKPOINTS).stream()
                            .filter(kept -> kept.size() <= upTo)
                            .toList();
            if (page.isEmpty()) {
                return written;
            }
            for (KeptCheckpoint kept : page) {
                size = kept.size();
                lines.write(new CheckpointLine("checkpoint", size, kept.note().toString()));
                written++;
            }
        }
    }

    /** Page by page in one snapshot: the database must not sort the whole log before the first. */
    private void writeEvents(SequenceWriter lines, long upTo) {
        for (long from = 0; from < upTo; from += FETCH) {
            jdbc.sql(EVENTS)
                    .params(from, Math.min(upTo, from + FETCH))
                    .query(row -> {
                        lines.write(EventLine.of(row));
                    });
        }
    }
}
