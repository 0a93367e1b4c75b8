package dev.mastro.verify;

import dev.mastro.eventstore.note.Checkpoint;
import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.seal.Hash;
import dev.mastro.eventstore.verify.ChainWalk;
import dev.mastro.eventstore.verify.KeptSubtrees;
import dev.mastro.eventstore.verify.Mismatch;
import dev.mastro.verify.Signatures.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The chain and the tree of a log as they are computed again, held against what is stored and what
 * was signed.
 */
final class SignedChain {

    private final Signatures signatures;
    private final KeptSubtrees subtrees;
    private final ChainWalk walk;
    private final List<Finding> findings = new ArrayList<>();
    private long lastSigned;
    private long nextSigned;

    SignedChain(Signatures signatures, KeptSubtrees subtrees) {
        this.signatures = signatures;
        this.subtrees = subtrees;
        this.walk = new ChainWalk(subtrees::completed, this::reached);
        this.nextSigned = signatures.next(0);
    }

    void follow(LogSource source) {
        source.walk(walk);
        if (source.isTheLog() && !walk.stopped()) {
            end();
        }
    }

    private boolean reached(long position) {
        if (position < nextSigned) {
            return true;
        }
        nextSigned = signatures.next(position);
        signatures.at(position).forEach(this::compare);
        return findings.isEmpty();
    }

    private void compare(Said said) {
        Checkpoint checkpoint = said.checkpoint();
        ChainLink head = walk.head();
        if (checkpoint.root().equals(walk.root()) && checkpoint.head().equals(head)) {
            lastSigned = head.position();
        } else {
            findings.add(
                    new Finding(
                            lastSigned + 1,
                            "from here to position %d something is not what the checkpoint from %s"
                                            .formatted(head.position(), said.from())
                                    + " signs"));
        }
    }

    /** Nothing may come behind the last row. */
    private void end() {
        long last = head().position();
        for (Said said : signatures.beyond(last)) {
            findings.add(
                    new Finding(
                            last + 1,
                            "the end is missing: the checkpoint from %s covers %d events"
                                    .formatted(said.from(), said.checkpoint().size())));
        }
        subtrees.end(last);
    }

    /** Up to where everything matched. */
    ChainLink head() {
        return walk.head();
    }

    Hash root() {
        return walk.root();
    }

    /** How many kept subtrees are as they must be. */
    int agreed() {
        return subtrees.agreed();
    }

    List<Finding> findings() {
        Stream<Mismatch> stored =
                Stream.concat(walk.mismatch().stream(), subtrees.mismatches().stream());
        return Stream.concat(
                        findings.stream(),
                        stored.map(one -> new Finding(one.position(), one.what())))
                .toList();
    }
}
