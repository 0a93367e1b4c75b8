package dev.mastro.shared.account;

import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The account no longer owes {@code amount} of this invoice, which was voided. */
@Revision("1")
public record ReceivableCleared(
        AccountId accountId, InvoiceId invoiceId, Money amount, LocalDate effectiveOn)
        implements AccountEvent {}
