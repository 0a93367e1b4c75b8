package dev.mastro.shared.account;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** Documents carry these details from now on; earlier documents keep theirs. */
@Revision("1")
public record BillingDetailsChanged(
        AccountId accountId, BillingDetails details, LocalDate effectiveOn)
        implements AccountEvent {}
