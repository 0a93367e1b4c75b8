package dev.mastro.shared.account;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** Charges go to this payment method from now on; {@code token} is the gateway's name for it. */
@Revision("1")
public record PaymentMethodChanged(AccountId accountId, String token, LocalDate effectiveOn)
        implements AccountEvent {}
