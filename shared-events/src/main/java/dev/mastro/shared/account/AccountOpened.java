package dev.mastro.shared.account;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** An account exists under {@code accountNumber}, the number people use for it. */
@Revision("1")
public record AccountOpened(
        AccountId accountId, String accountNumber, AccountProfile profile, LocalDate effectiveOn)
        implements AccountEvent {}
