package dev.mastro.shared.account;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** What was left of a grant can no longer be spent. */
@Revision("1")
public record CreditExpired(AccountId accountId, GrantPart part, LocalDate effectiveOn)
        implements AccountEvent {}
