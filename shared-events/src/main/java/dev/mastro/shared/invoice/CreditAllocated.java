package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.CreditGrant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * Account credit settled {@code amount} of the invoice: {@code parts} of these grants, in spending
 * order.
 */
@Revision("2")
public record CreditAllocated(
        InvoiceId invoiceId,
        AccountId accountId,
        Money amount,
        List<CreditGrant> parts,
        LocalDate effectiveOn)
        implements InvoiceEvent {}
