package dev.mastro.shared.account;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The account takes no further order. Closed for good, with neither debt nor credit. */
@Revision("1")
public record AccountClosed(AccountId accountId, String reason, LocalDate effectiveOn)
        implements AccountEvent {}
