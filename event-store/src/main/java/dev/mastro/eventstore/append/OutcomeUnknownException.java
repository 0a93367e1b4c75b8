package dev.mastro.eventstore.append;

/**
 * The server was lost while it committed, and nobody can say yet whether it did. The same command
 * under the same idempotency key gets the one true answer.
 */
public final class OutcomeUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(Throwable cause) {
        super("the server was lost during a commit", cause);
    }
}
