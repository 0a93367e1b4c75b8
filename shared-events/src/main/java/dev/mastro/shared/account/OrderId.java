package dev.mastro.shared.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The identity of an order; what the order creates derives its ids from it. Stored and shown as the
 * bare UUID text.
 */
public record OrderId(UUID value) {

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    @JsonCreator
    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
