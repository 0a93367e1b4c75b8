package dev.mastro.query.audit;

import dev.mastro.eventstore.checkpoint.Checkpointer;
import dev.mastro.eventstore.checkpoint.KeptCheckpoint;
import dev.mastro.eventstore.note.VerifierKey;
import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.verify.LogSnapshot;
import dev.mastro.eventstore.verify.LogVerifier;
import dev.mastro.eventstore.verify.LogVerifier.Verdict;
import dev.mastro.eventstore.verify.Mismatch;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The chain of hashes over the log, where the log is in PostgreSQL. */
@Component
@ConditionalOnProperty(name = "mastro.event-store", havingValue = "postgres")
class Seal {

    private static final String HEAD =
            """
            SELECT position, chain_hash FROM ledger_seal ORDER BY position DESC LIMIT 1
            """;

    private final DataSource log;
    private final Checkpointer checkpointer;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Seal(DataSource log, Checkpointer checkpointer) {
        this.log = log;
        this.checkpointer = checkpointer;
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
        try (LogSnapshot snapshot = LogSnapshot.open(log::getConnection)) {
            return Report.of(new LogVerifier(snapshot).verify());
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the log cannot be read", e);
        } finally {
            oneAtATime.unlock();
        }
    }
}
