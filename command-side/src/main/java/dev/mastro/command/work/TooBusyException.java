package dev.mastro.command.work;

/** A command was not begun, because its sender has waited for long enough. */
public class TooBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was waited for. */
    public TooBusyException(String why) {
        super(why);
    }
}
