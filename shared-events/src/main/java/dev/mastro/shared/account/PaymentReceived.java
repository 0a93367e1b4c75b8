package dev.mastro.shared.account;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * Money arrived once under {@code reference}: the allocations settle invoices, and {@code surplus}
 * is what exceeds them (billing.md C10, P5, P6). Counts from its value date.
 */
@Revision("3")
public record PaymentReceived(
        AccountId accountId,
        String reference,
        Money amount,
        List<Allocation> allocations,
        Money surplus,
        PaymentWay method,
        LocalDate effectiveOn)
        implements AccountEvent {}
