package dev.mastro.verify;

import dev.mastro.eventstore.note.VerifierKey;
import dev.mastro.eventstore.verify.Unsealed;
import dev.mastro.verify.LogSource.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Verifies one log, and keeps what came of it. */
final class Verification {

    private final LogSource source;
    private final Signatures signatures;
    private final SignedChain chain;
    private final LedgerWalk ledger = new LedgerWalk();
    private final int elsewhere;
    private Unsealed unsealed = Unsealed.NONE;
    private long chainNanos;
    private long ledgerNanos;

    /**
     * A verification that is still to run.
     *
     * @param elsewhere notes that were kept outside of the log
     */
    Verification(LogSource source, List<VerifierKey> keys, List<Note> elsewhere) {
        this.source = source;
        this.signatures = new Signatures(keys);
        source.notes().forEach(signatures::add);
        elsewhere.forEach(signatures::add);
        this.elsewhere = elsewhere.size();
        this.chain = new SignedChain(signatures, source.subtrees());
    }

    /** Reads everything, twice: what is stored, and what it means. */
    Verification run() {
        long begun = System.nanoTime();
        chain.follow(source);
        chainNanos = System.nanoTime() - begun;
        unsealed = source.unsealed();
        begun = System.nanoTime();
        source.read(ledger::follow);
        ledgerNanos = System.nanoTime() - begun;
        return this;
    }

    /** Everything that is wrong, the first position first. */
    List<Finding> findings() {
        Stream<List<Finding>> all =
                Stream.of(
                        chain.findings(),
                        signatures.findings(),
                        ledger.findings(),
                        source.findings(),
                        forgotten());
        return all.flatMap(List::stream).sorted().toList();
    }

    private List<Finding> forgotten() {
        List<Finding> found = new ArrayList<>();
        if (unsealed.forgotten() > 0) {
            found.add(
                    new Finding(
                            chain.head().position() + 1,
                            "%d events lost their position".formatted(unsealed.forgotten())));
        }
        return found;
    }

    LogSource source() {
        return source;
    }

    Signatures signatures() {
        return signatures;
    }

    SignedChain chain() {
        return chain;
    }

    LedgerWalk ledger() {
        return ledger;
    }

    Unsealed unsealed() {
        return unsealed;
    }

    /** How many notes came from outside of the log. */
    int elsewhere() {
        return elsewhere;
    }

    long chainNanos() {
        return chainNanos;
    }

    long ledgerNanos() {
        return ledgerNanos;
    }
}
