package dev.mastro.verify;

/** Nothing can be said about the log; the message is one line that tells why. */
final class CannotVerify extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotVerify(String message) {
        super(message);
    }

    CannotVerify(String message, Throwable cause) {
        super(message, cause);
    }
}
