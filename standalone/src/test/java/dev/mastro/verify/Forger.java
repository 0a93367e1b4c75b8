package dev.mastro.verify;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.eventstore.checkpoint.CheckpointTable;
import dev.mastro.eventstore.checkpoint.KeptCheckpoint;
import dev.mastro.eventstore.checkpoint.StoredSubtrees;
import dev.mastro.eventstore.note.Checkpoint;
import dev.mastro.eventstore.note.SigningKey;
import dev.mastro.eventstore.proof.Tree;
import dev.mastro.eventstore.proof.TreeHash;
import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.seal.StoredEvent;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Somebody who has the database, knows how everything is computed, and takes his time. */
final class Forger {

    private static final String EVENTS =
            """
            SELECT event.* FROM ledger_seal AS seal
              JOIN (SELECT %s FROM ledger_event) AS event USING (global_index)
             ORDER BY seal.position
            """
                    .formatted(StoredEvent.COLUMNS);

    private final JdbcClient jdbc;

    Forger(Connection copy) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(copy, true));
    }

    @CanIgnoreReturnValue
    Forger run(String sql) {
        jdbc.sql(sql).update();
        return this;
    }

    /** Computes all leaves, links and subtrees again. */
    @CanIgnoreReturnValue
    Forger rechain() {
        ChainLink link = ChainLink.START;
        List<StoredEvent> events = jdbc.sql(EVENTS).query((row, _) -> StoredEvent.read(row)).list();
        for (StoredEvent event : events) {
            link = link.next(event.leaf());
            jdbc.sql("UPDATE ledger_seal SET leaf_hash = ?, chain_hash = ? WHERE position = ?")
                    .params(event.leaf().bytes(), link.hash().bytes(), link.position())
                    .update();
        }
        jdbc.sql("UPDATE ledger_tree_node SET hash = ? WHERE level = 8 AND node_index = 0")
                .param(TreeHash.above(new StoredSubtrees(jdbc).nodes(0, 0, 256)).bytes())
                .update();
        return this;
    }

    /** Only the leaf of one event, as somebody would who knows nothing of chains. */
    @CanIgnoreReturnValue
    Forger releaf(long position) {
        StoredEvent event =
                jdbc.sql(EVENTS)
                        .query((row, _) -> StoredEvent.read(row))
                        .list()
                        .get(Math.toIntExact(position - 1));
        jdbc.sql("UPDATE ledger_seal SET leaf_hash = ? WHERE position = ?")
                .params(event.leaf().bytes(), position)
                .update();
        return this;
    }

    /** Puts checkpoints of what the log is now in the place of all that there are. */
    @CanIgnoreReturnValue
    Forger sign(SigningKey key) {
        return sign(key.verifier().name(), key);
    }

    /** The same, of a log with another name than that of the key. */
    @CanIgnoreReturnValue
    Forger sign(String origin, SigningKey key) {
        List<Long> sizes =
                jdbc.sql("SELECT size FROM ledger_checkpoint")
                        .query((row, _) -> row.getLong(1))
                        .list();
        for (long size : sizes) {
            Checkpoint checkpoint =
                    new Checkpoint(
                            origin,
                            new Tree(new StoredSubtrees(jdbc), size).root(),
                            link(size),
                            Instant.EPOCH);
            KeptCheckpoint forged = new KeptCheckpoint(checkpoint, checkpoint.sign(key));
            jdbc.sql("UPDATE ledger_checkpoint SET note = ? WHERE size = ?")
                    .params(forged.note().toString(), size)
                    .update();
        }
        return this;
    }

    private ChainLink link(long position) {
        return new CheckpointTable(jdbc).link(position).orElseThrow();
    }
}
