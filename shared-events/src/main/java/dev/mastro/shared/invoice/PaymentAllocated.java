package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** A payment settled {@code amount} of the invoice. */
@Revision("1")
public record PaymentAllocated(
        InvoiceId invoiceId,
        AccountId accountId,
        String reference,
        Money amount,
        LocalDate effectiveOn)
        implements InvoiceEvent {}
