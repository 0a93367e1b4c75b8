package dev.mastro.verify;

import dev.mastro.eventstore.note.Checkpoint;
import dev.mastro.eventstore.proof.RunningTree;
import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.seal.Hash;
import dev.mastro.verify.LogSource.Node;
import dev.mastro.verify.Signatures.Said;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes every leaf, every link and the tree again, and holds them against what is stored and
 * what was signed. It does not go past the first row that is wrong: what follows hangs on it.
 */
final class ChainWalk {

    private static final byte LEAF = 0;

    private final Signatures signatures;
    private final long grownTo;
    private final Map<Place, Hash> nodes = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final RunningTree tree = new RunningTree(this::completed);
    private final MessageDigest digest = Hash.digest();
    private ChainLink head = ChainLink.START;
    private long lastSigned;
    private int agreed;
    private boolean stopped;

    /**
     * A walk that begins at the first event.
     *
     * @param kept the subtrees that the log keeps
     * @param grownTo how many events had all theirs when the log last signed itself
     */
    ChainWalk(Signatures signatures, List<Node> kept, long grownTo) {
        this.signatures = signatures;
        this.grownTo = grownTo;
        kept.forEach(node -> nodes.put(new Place(node.level(), node.index()), node.hash()));
    }

    /** Where a subtree is. */
    private record Place(int level, long index) {}

    void follow(SealedRow row) {
        if (stopped) {
            return;
        }
        if (row.position() != head.position() + 1) {
            stop("the position is missing");
        } else if (!row.hasEvent()) {
            stop("the event is missing");
        } else {
            compute(row);
        }
    }

    private void compute(SealedRow row) {
        digest.update(LEAF);
        digest.update(row.content());
        byte[] computed = digest.digest();
        Hash leaf = Hash.of(computed);
        ChainLink next = head.next(leaf);
        if (!row.hasLeaf(computed) || !row.timesAgree()) {
            stop("the event is not the one that was sealed");
        } else if (!row.hasLink(next.hash().bytes())) {
            stop("the chain of hashes is broken");
        } else {
            head = next;
            tree.add(leaf);
            signatures.at(head.position()).forEach(this::compare);
        }
    }

    private void compare(Said said) {
        Checkpoint checkpoint = said.checkpoint();
        if (checkpoint.root().equals(tree.root()) && checkpoint.head().equals(head)) {
            lastSigned = head.position();
        } else {
            findings.add(
                    new Finding(
                            lastSigned + 1,
                            "from here to position %d something is not what the checkpoint from %s"
                                            .formatted(head.position(), said.from())
                                    + " signs"));
            stopped = true;
        }
    }

    private void stop(String what) {
        findings.add(new Finding(head.position() + 1, what));
        stopped = true;
    }

    private void completed(int level, long index, Hash hash) {
        Hash kept = nodes.remove(new Place(level, index));
        long first = (index << level) + 1;
        long last = (index + 1) << level;
        if (kept != null && kept.equals(hash)) {
            agreed++;
        } else if (kept != null || last <= grownTo) {
            findings.add(
                    new Finding(
                            first,
                            "the subtree over positions %d to %d is kept %s"
                                    .formatted(
                                            first,
                                            last,
                                            kept == null ? "no more" : "with another hash")));
        }
    }

    /** After the last row, when nothing may come behind it. */
    void end() {
        if (stopped) {
            return;
        }
        for (Said said : signatures.beyond(head.position())) {
            findings.add(
                    new Finding(
                            head.position() + 1,
                            "the end is missing: the checkpoint from %s covers %d events"
                                    .formatted(said.from(), said.checkpoint().size())));
        }
        if (!nodes.isEmpty()) {
            findings.add(
                    new Finding(
                            head.position() + 1,
                            "%d subtrees are kept of events that are not there"
                                    .formatted(nodes.size())));
        }
    }

    /** Up to where everything matched. */
    ChainLink head() {
        return head;
    }

    Hash root() {
        return tree.root();
    }

    /** How many kept subtrees are as they must be. */
    int agreed() {
        return agreed;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
