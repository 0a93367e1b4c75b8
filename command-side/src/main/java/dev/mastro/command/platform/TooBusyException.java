package dev.mastro.command.platform;

/** A command was not begun, because its sender has waited for long enough. */
class TooBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooBusyException(String why) {
        super(why);
    }
}
