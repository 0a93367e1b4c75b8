package dev.mastro.verify;

import dev.mastro.eventstore.verify.ChainWalk;
import dev.mastro.eventstore.verify.KeptSubtrees;
import dev.mastro.eventstore.verify.Unsealed;
import java.util.List;
import java.util.function.Consumer;

/** One unchanging view of a log, wherever it lies. */
interface LogSource extends AutoCloseable {

    /** Where that is. */
    String place();

    /** The notes of the checkpoints that the log has kept itself. */
    List<Note> notes();

    /** Lets the walk follow the log, or as much of it as it wants. */
    void walk(ChainWalk walk);

    /** Hands over all rows in the order of their positions. */
    void read(Consumer<SealedRow> reader);

    /** Events that have no position, as far as this source can tell. */
    Unsealed unsealed();

    /** Whether it is the log itself: its end is the end, and it keeps all its subtrees. */
    boolean isTheLog();

    /** The subtrees that are kept, if any are. */
    KeptSubtrees subtrees();

    /** What is wrong with the source as a whole, found while it was read. */
    List<Finding> findings();

    @Override
    void close();

    /** A checkpoint, and where it is from. */
    record Note(long size, String text, String from) {}
}
