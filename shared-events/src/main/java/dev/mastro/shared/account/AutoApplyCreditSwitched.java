package dev.mastro.shared.account;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** Credit is spent on invoices by itself, or no longer (billing.md R003-18). */
@Revision("1")
public record AutoApplyCreditSwitched(AccountId accountId, boolean enabled, LocalDate effectiveOn)
        implements AccountEvent {}
