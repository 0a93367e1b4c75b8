package dev.mastro.query.audit;

import dev.mastro.eventstore.checkpoint.KeptCheckpoint;
import dev.mastro.eventstore.note.Checkpoint;
import java.time.Instant;

/**
 * A checkpoint: what the log was at a moment. Only the note is signed; the rest repeats it.
 *
 * @param size the last position that it covers
 * @param root of the tree, in hexadecimal
 * @param chainHash the hash of the chain up to there, in hexadecimal
 */
record CheckpointView(
        String origin, long size, String root, String chainHash, Instant time, String note) {

    static CheckpointView of(KeptCheckpoint kept) {
        Checkpoint checkpoint = kept.checkpoint();
        return new CheckpointView(
                checkpoint.origin(),
                checkpoint.size(),
                checkpoint.root().toString(),
                checkpoint.head().hash().toString(),
                checkpoint.time(),
                kept.note().toString());
    }
}
