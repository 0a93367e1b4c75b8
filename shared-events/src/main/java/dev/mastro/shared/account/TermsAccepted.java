package dev.mastro.shared.account;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The seller's terms of service were accepted in this version (billing.md R000-14). */
@Revision("1")
public record TermsAccepted(AccountId accountId, String version, LocalDate effectiveOn)
        implements AccountEvent {}
