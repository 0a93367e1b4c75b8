package dev.mastro.eventstore.note;

/** A note, a key or a checkpoint that is not what it should be; the message says why. */
public final class InvalidNote extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidNote(String message) {
        super(message);
    }
}
