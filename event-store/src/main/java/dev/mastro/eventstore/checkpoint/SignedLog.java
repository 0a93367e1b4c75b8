package dev.mastro.eventstore.checkpoint;

import dev.mastro.eventstore.note.Checkpoint;
import dev.mastro.eventstore.note.InvalidNote;
import dev.mastro.eventstore.proof.Tree;
import dev.mastro.eventstore.seal.ChainLink;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The log as far as it has been signed; nothing is signed that contradicts what was. */
public final class SignedLog {

    private final CheckpointTable checkpoints;
    private final StoredSubtrees subtrees;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    public SignedLog(DataSource dataSource, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        this.checkpoints = new CheckpointTable(jdbc);
        this.subtrees = new StoredSubtrees(jdbc);
        this.clock = clock;
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    CheckpointTable checkpoints() {
        return checkpoints;
    }

    /**
     * Signs what has its position now, unless that was signed already.
     *
     * @return the newest checkpoint, if there is anything to sign
     * @throws RefusedLog when the log is not the one that was signed before
     */
    Optional<KeptCheckpoint> sign(TrustedKeys keys) {
        return snapshot.execute(_ -> {
            Optional<KeptCheckpoint> newest = newest();
            ChainLink head = checkpoints.head();
            long signed = newest.map(KeptCheckpoint::size).orElse(0L);
            if (head.position() <= signed) {
                newest.ifPresent(one -> confirm(one, keys));
                return newest;
            }
            subtrees.growTo(head.position());
            newest.ifPresent(one -> confirm(one, keys));
            KeptCheckpoint made = checkpoint(head, keys);
            checkpoints.add(made);
            return Optional.of(made);
        });
    }

    /** Checks the newest checkpoint of the table, and one that was kept elsewhere. */
    void confirm(TrustedKeys keys, Optional<KeptCheckpoint> elsewhere) {
        snapshot.executeWithoutResult(_ -> {
            newest().ifPresent(one -> confirm(one, keys));
            elsewhere.ifPresent(one -> confirm(one, keys));
        });
    }

    private Optional<KeptCheckpoint> newest() {
        try {
            return checkpoints.newest();
        } catch (InvalidNote e) {
            throw new RefusedLog("the last checkpoint was changed: " + e.getMessage());
        }
    }

    private void confirm(KeptCheckpoint kept, TrustedKeys keys) {
        keys.recognise(kept);
        Checkpoint checkpoint = kept.checkpoint();
        ChainLink head = checkpoints.head();
        if (head.position() < kept.size()) {
            throw new RefusedLog(
                    "the log ends at position %d, but it was signed up to %d: its end is missing"
                            .formatted(head.position(), kept.size()));
        }
        Optional<ChainLink> link = checkpoints.link(kept.size());
        if (!link.equals(Optional.of(checkpoint.head()))
                || !new Tree(subtrees, kept.size()).root().equals(checkpoint.root())) {
            throw new RefusedLog(
                    "the log up to position %d is not the one that was signed"
                            .formatted(kept.size()));
        }
    }

    private KeptCheckpoint checkpoint(ChainLink head, TrustedKeys keys) {
        Checkpoint checkpoint =
                new Checkpoint(
                        keys.origin(),
                        new Tree(subtrees, head.position()).root(),
                        head,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return new KeptCheckpoint(checkpoint, checkpoint.sign(keys.signing()));
    }
}
