package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** So much of the invoice is owed again because the payment that settled it was taken back. */
@Revision("1")
public record PaymentDisputed(
        InvoiceId invoiceId,
        AccountId accountId,
        String reference,
        Money amount,
        LocalDate effectiveOn)
        implements InvoiceEvent {}
