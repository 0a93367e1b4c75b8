package dev.mastro.shared.account;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * The provider gave a disputed payment back: it settles again what it had settled, and {@code
 * surplus} is what was paid otherwise meanwhile (billing.md P26).
 */
@Revision("1")
public record DisputeWon(
        AccountId accountId,
        String reference,
        Money amount,
        List<Allocation> allocations,
        Money surplus,
        LocalDate effectiveOn)
        implements AccountEvent {}
