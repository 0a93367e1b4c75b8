package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * What is owed on the invoice is given up in the books (billing.md P22, P23); {@code taxRelief} of
 * it is tax that the state gives back.
 */
@Revision("1")
public record InvoiceWrittenOff(
        InvoiceId invoiceId,
        AccountId accountId,
        Money amount,
        Money taxRelief,
        String reason,
        LocalDate effectiveOn)
        implements InvoiceEvent {}
