package dev.mastro.eventstore.checkpoint;

import dev.mastro.eventstore.note.Checkpoint;
import dev.mastro.eventstore.note.SignedNote;

/** A checkpoint and the note that says it. */
public record KeptCheckpoint(Checkpoint checkpoint, SignedNote note) {

    /**
     * Reads a note, whoever signed it.
     *
     * @throws dev.mastro.eventstore.note.InvalidNote when it is none of a checkpoint
     */
    public static KeptCheckpoint parse(String text) {
        SignedNote note = SignedNote.parse(text);
        return new KeptCheckpoint(Checkpoint.parse(note.text()), note);
    }

    /** The last position that it covers. */
    public long size() {
        return checkpoint.size();
    }
}
