package dev.mastro.eventstore.platform;

/** Something that must be true before the first command or event is handled. */
@FunctionalInterface
interface StartupCheck {

    /** Throws an {@link IllegalStateException} whose message says what is wrong. */
    void check();

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
