package dev.mastro.verify;

import dev.mastro.eventstore.seal.Hash;
import java.util.List;
import java.util.function.Consumer;

/** One unchanging view of a log, wherever it lies. */
interface LogSource extends AutoCloseable {

    /** Where that is. */
    String place();

    /** The notes of the checkpoints that the log has kept itself. */
    List<Note> notes();

    /** Hands over all rows in the order of their positions. */
    void read(Consumer<SealedRow> reader);

    /** Events that have no position, as far as this source can tell. */
    Unsealed unsealed();

    /** Whether it is the log itself: its end is the end, and it keeps all its subtrees. */
    boolean isTheLog();

    /** The subtrees that are kept, if any are. */
    List<Node> nodes();

    /** What is wrong with the source as a whole, found while it was read. */
    List<Finding> findings();

    @Override
    void close();

    /** A checkpoint, and where it is from. */
    record Note(long size, String text, String from) {}

    /** The root of a complete subtree. */
    record Node(int level, long index, Hash hash) {}

    /**
     * Events without a position.
     *
     * @param waiting how many
     * @param forgotten how many of them the sealer has passed by
     */
    record Unsealed(long waiting, long forgotten) {

        static final Unsealed NONE = new Unsealed(0, 0);
    }
}
