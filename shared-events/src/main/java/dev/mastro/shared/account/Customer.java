package dev.mastro.shared.account;

import org.jspecify.annotations.Nullable;

/** What the customer has told and agreed to; {@code null} where nothing was told yet. */
public record Customer(
        @Nullable BillingDetails details,
        @Nullable String acceptedTerms,
        @Nullable String paymentMethod) {

    /** Nothing known yet. */
    public static Customer unknown() {
        return new Customer(null, null, null);
    }

    Customer withDetails(BillingDetails newDetails) {
        return new Customer(newDetails, acceptedTerms, paymentMethod);
    }

    Customer withTerms(String version) {
        return new Customer(details, version, paymentMethod);
    }

    Customer withPaymentMethod(String token) {
        return new Customer(details, acceptedTerms, token);
    }
}
