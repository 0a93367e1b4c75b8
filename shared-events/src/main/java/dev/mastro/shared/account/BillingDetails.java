package dev.mastro.shared.account;

import org.jspecify.annotations.Nullable;

/**
 * Name and address on documents. The only personal data in any event, so that one event type
 * carries all of it.
 */
public record BillingDetails(
        String name,
        String email,
        @Nullable String street,
        @Nullable String city,
        @Nullable String postalCode,
        @Nullable String vatNumber) {}
