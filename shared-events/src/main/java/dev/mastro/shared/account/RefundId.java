package dev.mastro.shared.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of a refund. Stored and shown as the bare UUID text. */
public record RefundId(UUID value) {

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    @JsonCreator
    public static RefundId of(String text) {
        return new RefundId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
