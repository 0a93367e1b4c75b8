package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** A payment that had been disputed settles {@code amount} of the invoice again. */
@Revision("1")
public record PaymentRestored(
        InvoiceId invoiceId,
        AccountId accountId,
        String reference,
        Money amount,
        LocalDate effectiveOn)
        implements InvoiceEvent {}
