package dev.mastro.shared.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Name and address on documents; {@code country} is where the customer is taxed now, if that is not
 * the country of the opening. The only personal data in any event, so that one event type carries
 * all of it.
 */
public record BillingDetails(
        String name,
        String email,
        @Nullable String street,
        @Nullable String city,
        @Nullable String postalCode,
        @Nullable String vatNumber,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String country) {

    /** Details that leave the country as it was agreed at opening. */
    public BillingDetails(
            String name,
            String email,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postalCode,
            @Nullable String vatNumber) {
        this(name, email, street, city, postalCode, vatNumber, null);
    }
}
