package dev.mastro.shared.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the customer has told and agreed to, {@code null} where nothing was told yet, and who of his
 * people may do what.
 */
public record Customer(
        @Nullable BillingDetails details,
        @Nullable String acceptedTerms,
        @Nullable LocalDate termsAcceptedOn,
        @Nullable String paymentMethod,
        @Nullable YearMonth cardExpires,
        Roles roles) {

    @SuppressWarnings("NullAway") // A read model written before there were roles has none.
    public Customer {
        roles = Objects.requireNonNullElse(roles, Roles.none());
    }

    /** Nothing known yet. */
    public static Customer unknown() {
        return new Customer(null, null, null, null, null, Roles.none());
    }

    Customer withDetails(BillingDetails newDetails) {
        return new Customer(
                newDetails, acceptedTerms, termsAcceptedOn, paymentMethod, cardExpires, roles);
    }

    Customer withTerms(TermsAccepted event) {
        return new Customer(
                details, event.version(), event.effectiveOn(), paymentMethod, cardExpires, roles);
    }

    Customer withPaymentMethod(PaymentMethodChanged event) {
        return new Customer(
                details, acceptedTerms, termsAcceptedOn, event.token(), event.expires(), roles);
    }

    Customer withRoles(Roles changed) {
        return new Customer(
                details, acceptedTerms, termsAcceptedOn, paymentMethod, cardExpires, changed);
    }
}
