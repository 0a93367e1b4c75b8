package dev.mastro.shared.account;

import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A credit note gave back what credit had settled of its invoice: {@code grant} is the part of that
 * earlier grant, with its source and its last day (billing.md RF-3).
 */
@Revision("1")
public record CreditReturned(
        AccountId accountId, CreditGrant grant, InvoiceId invoiceId, LocalDate effectiveOn)
        implements AccountEvent {}
