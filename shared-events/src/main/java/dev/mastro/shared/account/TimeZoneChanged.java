package dev.mastro.shared.account;

import java.time.LocalDate;
import java.time.ZoneId;
import org.axonframework.serialization.Revision;

/** Local dates are taken in another zone from the next period on (billing.md C1, TZ-5). */
@Revision("1")
public record TimeZoneChanged(AccountId accountId, ZoneId from, ZoneId to, LocalDate effectiveOn)
        implements AccountEvent {}
