package dev.mastro.shared.account;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * {@code user}, an id of the caller's, has another password. What it is nobody here ever knew
 * (billing.md R003-01).
 */
@Revision("1")
public record PasswordChanged(AccountId accountId, String user, LocalDate effectiveOn)
        implements AccountEvent {}
