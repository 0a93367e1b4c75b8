package dev.mastro.shared.account;

import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * A disputed payment is lost for good: what is owed on {@code invoices} is due from now on, and
 * dunning starts again (billing.md CB-1).
 */
@Revision("1")
public record DisputeLost(
        AccountId accountId,
        String reference,
        Money amount,
        List<InvoiceId> invoices,
        LocalDate effectiveOn)
        implements AccountEvent {}
