package dev.mastro;

/** Mastro does not start; the message is one line for the person who tried. */
public final class RefusedStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The exit code by which a shell knows a mistake in the command itself. */
    static final int WRONG_OPTION = 2;

    static final int NOT_NOW = 1;

    private final int exitCode;

    private RefusedStart(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static RefusedStart wrongOption(String message) {
        return new RefusedStart(WRONG_OPTION, message);
    }

    static RefusedStart notNow(String message) {
        return new RefusedStart(NOT_NOW, message);
    }

    int exitCode() {
        return exitCode;
    }
}
