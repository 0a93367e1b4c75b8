package dev.mastro.eventstore.checkpoint;

import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.seal.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The checkpoints of a log, and the links of its chain that they are about. */
public final class CheckpointTable {

    private static final String NEWEST =
            """
            SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1
            """;

    private static final String AFTER =
            """
            SELECT note FROM ledger_checkpoint WHERE size > ? ORDER BY size LIMIT ?
            """;

    private static final String ADD =
            """
            INSERT INTO ledger_checkpoint (size, note) VALUES (?, ?)
            """;

    private static final String HEAD =
            """
            SELECT position, chain_hash FROM ledger_seal ORDER BY position DESC LIMIT 1
            """;

    private static final String LINK =
            """
            SELECT position, chain_hash FROM ledger_seal WHERE position = ?
            """;

    private final JdbcClient jdbc;

    public CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that covers most. */
    public Optional<KeptCheckpoint> newest() {
        return jdbc.sql(NEWEST).query(CheckpointTable::kept).optional();
    }

    /** Those that cover more than {@code size} events, in order. */
    public List<KeptCheckpoint> after(long size, int limit) {
        return jdbc.sql(AFTER).params(size, limit).query(CheckpointTable::kept).list();
    }

    /** The last link of the chain. */
    public ChainLink head() {
        return jdbc.sql(HEAD).query(CheckpointTable::link).optional().orElse(ChainLink.START);
    }

    /** The link with this position. */
    public Optional<ChainLink> link(long position) {
        return position == 0
                ? Optional.of(ChainLink.START)
                : jdbc.sql(LINK).param(position).query(CheckpointTable::link).optional();
    }

    void add(KeptCheckpoint checkpoint) {
        jdbc.sql(ADD).params(checkpoint.size(), checkpoint.note().toString()).update();
    }

    private static KeptCheckpoint kept(ResultSet row, int number) throws SQLException {
        return KeptCheckpoint.parse(row.getString("note"));
    }

    private static ChainLink link(ResultSet row, int number) throws SQLException {
        return new ChainLink(row.getLong("position"), Hash.of(row.getBytes("chain_hash")));
    }
}
