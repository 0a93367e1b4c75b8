package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The dispute about the payment was lost: what is owed on the invoice is due on {@code dueOn}, and
 * dunning starts again.
 */
@Revision("1")
public record PaymentLost(
        InvoiceId invoiceId,
        AccountId accountId,
        String reference,
        LocalDate dueOn,
        LocalDate effectiveOn)
        implements InvoiceEvent {}
