package dev.mastro.eventstore.verify;

import dev.mastro.eventstore.seal.ChainLink;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the whole log by position and computes every hash again from the stored bytes. It believes
 * nothing that it can compute, and stops at the first position that does not match.
 */
public final class LogVerifier {

    private final StoredLog log;

    /** Reads what the snapshot shows, and leaves it open. */
    public LogVerifier(LogSnapshot snapshot) {
        this.log = new StoredLog(snapshot);
    }

    /** Up to where everything matched, and the first that did not, if anything did not. */
    public record Verdict(ChainLink head, @Nullable Mismatch first) {}

    /** Reads everything. */
    public Verdict verify() throws SQLException {
        KeptSubtrees subtrees = log.subtrees();
        ChainWalk walk = new ChainWalk(subtrees::completed, _ -> true);
        log.read(walk);
        ChainLink head = walk.head();
        List<Mismatch> found = new ArrayList<>();
        walk.mismatch().ifPresentOrElse(found::add, () -> subtrees.end(head.position()));
        found.addAll(subtrees.mismatches());
        if (found.isEmpty()) {
            found.addAll(forgotten(head));
        }
        return new Verdict(
                head,
                found.stream().min(Comparator.comparingLong(Mismatch::position)).orElse(null));
    }

    private List<Mismatch> forgotten(ChainLink head) throws SQLException {
        Unsealed unsealed = log.unsealed();
        return unsealed.forgotten() == 0
                ? List.of()
                : List.of(
                        new Mismatch(
                                head.position() + 1,
                                "the event with index %d has no position"
                                        .formatted(unsealed.firstForgotten())));
    }
}
