package dev.mastro.shared.account;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The account gave a role to {@code user}, an id of the caller's, in place of any before
 * (billing.md R000-04, R004-01).
 */
@Revision("1")
public record RoleGiven(AccountId accountId, String user, AccountRole role, LocalDate effectiveOn)
        implements AccountEvent {}
