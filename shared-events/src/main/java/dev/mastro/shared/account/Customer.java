package dev.mastro.shared.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the customer has told and agreed to; {@code null} where nothing was told yet. */
public record Customer(
        @Nullable BillingDetails details,
        @Nullable String acceptedTerms,
        @Nullable LocalDate termsAcceptedOn,
        @Nullable String paymentMethod) {

    /** Nothing known yet. */
    public static Customer unknown() {
        return new Customer(null, null, null, null);
    }

    Customer withDetails(BillingDetails newDetails) {
        return new Customer(newDetails, acceptedTerms, termsAcceptedOn, paymentMethod);
    }

    Customer withTerms(TermsAccepted event) {
        return new Customer(details, event.version(), event.effectiveOn(), paymentMethod);
    }

    Customer withPaymentMethod(String token) {
        return new Customer(details, acceptedTerms, termsAcceptedOn, token);
    }
}
