package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.RefundId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * A refund gave back {@code amount} of what the payment {@code reference} had paid on the invoice.
 */
@Revision("1")
public record RefundAllocated(
        InvoiceId invoiceId,
        AccountId accountId,
        RefundId refundId,
        String reference,
        Money amount,
        LocalDate effectiveOn)
        implements InvoiceEvent {}
