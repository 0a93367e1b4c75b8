package dev.mastro.shared.account;

import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * Credit settled {@code amount} of an invoice, taken from the grants in spending order (billing.md
 * C10).
 */
@Revision("1")
public record CreditApplied(
        AccountId accountId,
        InvoiceId invoiceId,
        Money amount,
        List<GrantPart> parts,
        LocalDate effectiveOn)
        implements AccountEvent {}
