package dev.mastro.query.audit;

import dev.mastro.eventstore.checkpoint.Checkpointer;
import dev.mastro.eventstore.checkpoint.KeptCheckpoint;
import dev.mastro.eventstore.note.VerifierKey;
import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.seal.LogVerifier;
import dev.mastro.eventstore.seal.LogVerifier.Mismatch;
import dev.mastro.eventstore.seal.LogVerifier.Verdict;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain of hashes over the log, where the log is in PostgreSQL. */
@Component
@ConditionalOnProperty(name = "mastro.event-store", havingValue = "postgres")
class Seal {

    private static final String HEAD =
            """
            SELECT position, chain_hash FROM ledger_seal ORDER BY position DESC LIMIT 1
            """;

    private final JdbcTemplate log;
    private final Checkpointer checkpointer;
    private final TransactionTemplate snapshot;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Seal(JdbcTemplate log, PlatformTransactionManager transactions, Checkpointer checkpointer) {
        this.log = log;
        this.checkpointer = checkpointer;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The last position, and the hash of the chain up to it, in hexadecimal. */
    record Head(long position, String chainHash) {

        private static Head of(ChainLink link) {
            return new Head(link.position(), link.hash().toString());
        }
    }

    /**
     * The same, and what was signed of it.
     *
     * @param signs whether this process has a key; without one it can make no checkpoint
     * @param verifierKey with which its signatures are checked
     * @param trouble why it can sign no more
     * @param checkpoint the newest one, whoever made it
     */
    record Signed(
            long position,
            String chainHash,
            boolean signs,
            @Nullable String verifierKey,
            @Nullable String trouble,
            @Nullable CheckpointView checkpoint) {}

    /** Up to where the log was found intact, and the first position that does not match. */
    record Report(boolean intact, Head head, @Nullable Mismatch firstMismatch) {

        private static Report of(Verdict verdict) {
            return new Report(verdict.first() == null, Head.of(verdict.head()), verdict.first());
        }
    }

    Head head() {
        return JdbcClient.create(log)
                .sql(HEAD)
                .query((row, _) ->
                        new Head(
                                row.getLong("position"),
                                HexFormat.of().formatHex(row.getBytes("chain_hash"))))
                .optional()
                .orElseGet(() -> Head.of(ChainLink.START));
    }

    Signed signed(Optional<KeptCheckpoint> newest) {
        Head head = head();
        Optional<VerifierKey> key = checkpointer.verifier();
        return new Signed(
                head.position(),
                head.chainHash(),
                key.isPresent(),
                key.map(VerifierKey::toString).orElse(null),
                checkpointer.trouble().orElse(null),
                newest.map(CheckpointView::of).orElse(null));
    }

    /** Reads the whole log, which keeps a processor busy, so not several times at once. */
    Report verify() {
        oneAtATime.lock();
        try {
            return Objects.requireNonNull(
                    snapshot.execute(_ ->
                            Report.of(
                                    Objects.requireNonNull(
                                            log.execute(
                                                    (ConnectionCallback<Verdict>)
                                                            c -> new LogVerifier(c).verify())))));
        } finally {
            oneAtATime.unlock();
        }
    }
}
