package dev.mastro.shared.account;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The account took the role of {@code user} away; he acts as a member at most from now on. */
@Revision("1")
public record RoleTaken(AccountId accountId, String user, LocalDate effectiveOn)
        implements AccountEvent {}
