package dev.mastro.verify;

import dev.mastro.eventstore.seal.StoredFields;
import dev.mastro.eventstore.verify.SealedPage;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A position with what is stored of its event. */
final class SealedRow {

    private final long position;
    private final byte[] leaf;
    private final byte[] chain;
    private final @Nullable StoredFields stored;

    /**
     * A row.
     *
     * @param leaf the leaf that was stored
     * @param chain the link that was stored
     * @param stored what its event consists of, if there is one
     */
    SealedRow(long position, byte[] leaf, byte[] chain, @Nullable StoredFields stored) {
        this.position = position;
        this.leaf = leaf;
        this.chain = chain;
        this.stored = stored;
    }

    long position() {
        return position;
    }

    boolean hasLeaf(byte[] computed) {
        return Arrays.equals(leaf, computed);
    }

    boolean hasLink(byte[] computed) {
        return Arrays.equals(chain, computed);
    }

    /** What its event consists of. */
    Optional<StoredFields> fields() {
        return Optional.ofNullable(stored);
    }

    /** Becomes the next row of the page. */
    void addTo(SealedPage page) {
        page.add(position, leaf, chain);
        if (stored != null) {
            page.found(page.size() - 1, stored.leaf());
        }
    }
}
