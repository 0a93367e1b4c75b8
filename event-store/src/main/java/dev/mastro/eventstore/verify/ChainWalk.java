package dev.mastro.eventstore.verify;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.eventstore.proof.RunningTree;
import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.seal.Hash;
import dev.mastro.eventstore.seal.RunningChain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes every link and the tree again and holds them against what is stored. It does not go past
 * the first row that is wrong: what follows hangs on it.
 */
public final class ChainWalk {

    private final RunningChain chain = new RunningChain(ChainLink.START);
    private final RunningTree tree;
    private final Companion companion;
    private @Nullable Mismatch mismatch;
    private boolean stopped;

    /** A walk that begins at the first event. */
    public ChainWalk(RunningTree.Watcher subtrees, Companion companion) {
        this.tree = new RunningTree(subtrees);
        this.companion = companion;
    }

    /** Goes along, and may want to go no further. */
    @FunctionalInterface
    public interface Companion {

        /** Everything matched up to this position. Answers whether the walk goes on. */
        boolean reached(long position);
    }

    /** Follows the rows of a page. Answers whether the walk goes on. */
    @CanIgnoreReturnValue
    public boolean follow(SealedPage page) {
        for (int row = 0; row < page.size() && !stopped; row++) {
            step(page, row);
        }
        return !stopped;
    }

    private void step(SealedPage page, int row) {
        if (page.position(row) != chain.position() + 1) {
            stop("the position is missing");
        } else if (!page.hasEvent(row)) {
            stop("the event is missing");
        } else if (!page.hasSealedEvent(row)) {
            stop("the event is not the one that was sealed");
        } else {
            link(page, row);
        }
    }

    private void link(SealedPage page, int row) {
        int leaf = SealedPage.leafAt(row);
        if (chain.follow(page.leaves(), page.links(), leaf)) {
            tree.add(page.leaves(), leaf);
            stopped = !companion.reached(chain.position());
        } else {
            stop("the chain of hashes is broken");
        }
    }

    private void stop(String what) {
        mismatch = new Mismatch(chain.position() + 1, what);
        stopped = true;
    }

    /** Whether it has met something that made it stop. */
    public boolean stopped() {
        return stopped;
    }

    /** The row that is wrong, if it has met one. */
    public Optional<Mismatch> mismatch() {
        return Optional.ofNullable(mismatch);
    }

    /** Up to where everything matched. */
    public ChainLink head() {
        return chain.head();
    }

    /** The root of the tree over these events. */
    public Hash root() {
        return tree.root();
    }
}
