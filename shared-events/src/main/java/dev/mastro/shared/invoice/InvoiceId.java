package dev.mastro.shared.invoice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of an invoice. Stored and shown as the bare UUID text. */
public record InvoiceId(UUID value) {

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    @JsonCreator
    public static InvoiceId of(String text) {
        return new InvoiceId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
