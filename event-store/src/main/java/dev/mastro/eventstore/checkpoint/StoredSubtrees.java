package dev.mastro.eventstore.checkpoint;

import dev.mastro.eventstore.proof.Subtrees;
import dev.mastro.eventstore.proof.TreeHash;
import dev.mastro.eventstore.seal.Hash;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaves in {@code ledger_seal}, the nodes above them in {@code ledger_tree_node}. */
public final class StoredSubtrees implements Subtrees {

    private static final String LEAVES =
            """
            SELECT leaf_hash FROM ledger_seal
             WHERE position > ? AND position <= ?
             ORDER BY position
            """;

    private static final String NODES =
            """
            SELECT hash FROM ledger_tree_node
             WHERE level = ? AND node_index >= ? AND node_index < ?
             ORDER BY node_index
            """;

    private static final String COUNT =
            """
            SELECT coalesce(max(node_index) + 1, 0) FROM ledger_tree_node WHERE level = ?
            """;

    private static final String ADD =
            """
            INSERT INTO ledger_tree_node (level, node_index, hash)
            SELECT ?, ? + place - 1, hash
              FROM unnest(?::bytea[]) WITH ORDINALITY AS node (hash, place)
            """;

    /** How many nodes are made from one answer of the database, at most. */
    private static final int BATCH = 64;

    private final JdbcClient jdbc;

    public StoredSubtrees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hash> nodes(int level, long from, int count) {
        JdbcClient.StatementSpec select =
                level == 0 ? jdbc.sql(LEAVES) : jdbc.sql(NODES).param(level);
        List<Hash> nodes =
                select.param(from)
                        .param(from + count)
                        .query((row, _) -> Hash.of(row.getBytes(1)))
                        .list();
        if (nodes.size() != count) {
            throw new RefusedLog(
                    "the tree of the log lacks nodes: %d of %d at level %d from %d on"
                            .formatted(count - nodes.size(), count, level, from));
        }
        return nodes;
    }

    /** Adds the subtrees that are complete now that the log has {@code size} events. */
    void growTo(long size) {
        for (int level = LEVELS; size >>> level > 0; level += LEVELS) {
            long present = jdbc.sql(COUNT).param(level).query(Long.class).single();
            while (present < size >>> level) {
                int count = Math.toIntExact(Math.min(BATCH, (size >>> level) - present));
                add(level, present, count);
                present += count;
            }
        }
    }

    private void add(int level, long first, int count) {
        List<Hash> below = nodes(level - LEVELS, first * WIDTH, count * WIDTH);
        List<byte[]> hashes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            hashes.add(TreeHash.above(below.subList(i * WIDTH, (i + 1) * WIDTH)).bytes());
        }
        jdbc.sql(ADD).params(level, first, hashes.toArray(byte[][]::new)).update();
    }
}
