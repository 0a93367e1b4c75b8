package dev.mastro.shared.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of an account. Stored and shown as the bare UUID text. */
public record AccountId(UUID value) {

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    @JsonCreator
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
