package dev.mastro.shared.invoice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of a credit note. Stored and shown as the bare UUID text. */
public record CreditNoteId(UUID value) {

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    @JsonCreator
    public static CreditNoteId of(String text) {
        return new CreditNoteId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
