package dev.mastro.command.catalog;

import java.util.Collection;

/** A value that a policy or a catalogue cannot have; {@code key} is relative to its record. */
public final class ImpossibleValue extends IllegalArgumentException {

    private final String key;
    private final String reason;

    public ImpossibleValue(String key, String reason) {
        super(key + ": " + reason);
        this.key = key;
        this.reason = reason;
    }

    public String key() {
        return key;
    }

    public String reason() {
        return reason;
    }

    static void require(boolean holds, String key, String reason) {
        if (!holds) {
            throw new ImpossibleValue(key, reason);
        }
    }

    static void requireText(String text, String key) {
        require(!text.isBlank(), key, "must not be blank");
    }

    static void requireSome(Collection<?> values, String key) {
        require(!values.isEmpty(), key, "must not be empty");
    }
}
