package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** Account credit settled {@code amount} of the invoice. */
@Revision("1")
public record CreditAllocated(
        InvoiceId invoiceId, AccountId accountId, Money amount, LocalDate effectiveOn)
        implements InvoiceEvent {}
