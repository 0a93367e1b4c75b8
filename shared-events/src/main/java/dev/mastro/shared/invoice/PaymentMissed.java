package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A charge of the invoice failed for the reason {@code code} of the gateway; {@code nextAttemptOn}
 * is {@code null} after the last attempt of the dunning plan.
 */
@Revision("1")
public record PaymentMissed(
        InvoiceId invoiceId,
        AccountId accountId,
        int attempt,
        String code,
        @Nullable LocalDate nextAttemptOn,
        LocalDate effectiveOn)
        implements InvoiceEvent {}
