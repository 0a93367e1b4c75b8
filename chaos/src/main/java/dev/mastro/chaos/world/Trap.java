package dev.mastro.chaos.world;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Springs once, at a chosen moment of a transaction, and acts before anything goes on.
 *
 * @param mark the text of a statement that makes the transaction the wanted one
 */
public record Trap(String mark, Moment moment, Consumer<Session> action) {

    private static final String COMMIT = "COMMIT";
    private static final String COMMITTED = "COMMIT\0";

    /** When it springs. */
    public enum Moment {
        /** The statement has not reached the server yet. */
        BEFORE_STATEMENT,
        /** The server has answered something after the statement, and the node does not know. */
        AFTER_STATEMENT,
        /** The node asks for the commit, and the server does not know. */
        BEFORE_COMMIT,
        /** The commit is done, and the node does not know. */
        AFTER_COMMIT
    }

    boolean springsAtRequest(boolean isMarked, String text) {
        return switch (moment) {
            case BEFORE_STATEMENT -> text.contains(mark);
            case BEFORE_COMMIT -> isMarked && text.contains(COMMIT);
            case AFTER_STATEMENT, AFTER_COMMIT -> false;
        };
    }

    boolean springsAtAnswer(boolean isMarked, String text) {
        return isMarked
                && switch (moment) {
                    case AFTER_STATEMENT -> true;
                    case AFTER_COMMIT -> text.contains(COMMITTED);
                    case BEFORE_STATEMENT, BEFORE_COMMIT -> false;
                };
    }

    static String text(byte[] bytes, int count) {
        return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
    }
}
