package dev.mastro.chaos.tamper;

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
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who has the database, knows how everything is computed, and takes his time. */
public final class Forger {

    private static final int CHILDREN = 256;

    private static final String EVENTS =
            """
            SELECT event.* FROM ledger_seal AS seal
              JOIN (SELECT %s FROM ledger_event) AS event USING (global_index)
             WHERE seal.position >= ?
             ORDER BY seal.position
            """
                    .formatted(StoredEvent.COLUMNS);

    private static final String LINK =
            """
            UPDATE ledger_seal SET leaf_hash = ?, chain_hash = ? WHERE position = ?
            """;

    private static final String NODES =
            """
            SELECT level, node_index FROM ledger_tree_node ORDER BY level, node_index
            """;

    private final JdbcClient jdbc;

    /** Works on this copy. */
    public Forger(LogCopy copy) {
        this.jdbc = copy.jdbc();
    }

    private record Node(int level, long index) {}

    /** Changes rows; a change of nothing is a mistake of the forger. */
    @CanIgnoreReturnValue
    Forger run(String sql) {
        if (jdbc.sql(sql).update() == 0) {
            throw new IllegalStateException("nothing was changed by " + sql);
        }
        return this;
    }

    /** Computes all leaves and links from a position on again, and all subtrees. */
    @CanIgnoreReturnValue
    Forger rechain(long from) {
        ChainLink link = from == 1 ? ChainLink.START : link(from - 1);
        for (StoredEvent event : eventsFrom(from)) {
            link = link.next(event.leaf());
            jdbc.sql(LINK)
                    .params(event.leaf().bytes(), link.hash().bytes(), link.position())
                    .update();
        }
        StoredSubtrees subtrees = new StoredSubtrees(jdbc);
        List<Node> nodes =
                jdbc.sql(NODES).query((row, _) -> node(row.getInt(1), row.getLong(2))).list();
        for (Node node : nodes) {
            byte[] hash =
                    TreeHash.above(
                                    subtrees.nodes(
                                            node.level() - 8, node.index() * CHILDREN, CHILDREN))
                            .bytes();
            jdbc.sql("UPDATE ledger_tree_node SET hash = ? WHERE level = ? AND node_index = ?")
                    .params(hash, node.level(), node.index())
                    .update();
        }
        return this;
    }

    /** Only the leaf of one event, as somebody would who knows nothing of chains. */
    @CanIgnoreReturnValue
    Forger releaf(long position) {
        jdbc.sql("UPDATE ledger_seal SET leaf_hash = ? WHERE position = ?")
                .params(eventsFrom(position).getFirst().leaf().bytes(), position)
                .update();
        return this;
    }

    /** Puts checkpoints of what the log is now in the place of all that there are. */
    @CanIgnoreReturnValue
    Forger sign(SigningKey key) {
        List<Long> sizes =
                jdbc.sql("SELECT size FROM ledger_checkpoint")
                        .query((row, _) -> row.getLong(1))
                        .list();
        for (long size : sizes) {
            Checkpoint checkpoint =
                    new Checkpoint(
                            key.verifier().name(),
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

    private List<StoredEvent> eventsFrom(long position) {
        return jdbc.sql(EVENTS).param(position).query((row, _) -> StoredEvent.read(row)).list();
    }

    private static Node node(int level, long index) {
        return new Node(level, index);
    }

    private ChainLink link(long position) {
        return new CheckpointTable(jdbc).link(position).orElseThrow();
    }
}
