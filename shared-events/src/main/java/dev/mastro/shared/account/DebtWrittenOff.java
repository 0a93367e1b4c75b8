package dev.mastro.shared.account;

import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * What the account owes on an invoice is given up in the books; the debt survives it (billing.md
 * WO-1). {@code taxRelief} is the part that the state gave back, {@code stillBlocks} the policy.
 */
@Revision("1")
public record DebtWrittenOff(
        AccountId accountId,
        InvoiceId invoiceId,
        Money amount,
        Money taxRelief,
        boolean stillBlocks,
        LocalDate effectiveOn)
        implements AccountEvent {}
