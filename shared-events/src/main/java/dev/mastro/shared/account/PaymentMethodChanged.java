package dev.mastro.shared.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Charges go to this payment method from now on; {@code token} is the gateway's name for it, {@code
 * expires} the last month in which it works, as far as anybody told (billing.md R000-13).
 */
@Revision("1")
public record PaymentMethodChanged(
        AccountId accountId,
        String token,
        LocalDate effectiveOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable YearMonth expires)
        implements AccountEvent {

    /** A payment method of which nobody told when it ends. */
    public PaymentMethodChanged(AccountId accountId, String token, LocalDate effectiveOn) {
        this(accountId, token, effectiveOn, null);
    }
}
