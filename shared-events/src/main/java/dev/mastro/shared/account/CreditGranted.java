package dev.mastro.shared.account;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The account may spend {@code grant}. {@code reason} is a code or a word for finance, never a
 * name.
 */
@Revision("1")
public record CreditGranted(
        AccountId accountId, CreditGrant grant, @Nullable String reason, LocalDate effectiveOn)
        implements AccountEvent {}
