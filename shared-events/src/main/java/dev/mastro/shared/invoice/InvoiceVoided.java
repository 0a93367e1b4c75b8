package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The invoice never counted: nothing depended on it (billing.md P27). */
@Revision("1")
public record InvoiceVoided(
        InvoiceId invoiceId,
        AccountId accountId,
        Money net,
        Money tax,
        String reason,
        LocalDate effectiveOn)
        implements InvoiceEvent {}
