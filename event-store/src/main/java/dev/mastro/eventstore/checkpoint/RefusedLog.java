package dev.mastro.eventstore.checkpoint;

/** The log is not the one that was signed; the message is one line for whoever runs it. */
public final class RefusedLog extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedLog(String message) {
        super(message);
    }
}
