package dev.mastro.shared.account;

import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * The account owes {@code total} under this number by {@code dueOn}. Numbers have no gaps
 * (design.md 3).
 */
@Revision("1")
public record InvoiceNumberAssigned(
        AccountId accountId,
        InvoiceId invoiceId,
        String number,
        Money total,
        LocalDate dueOn,
        LocalDate effectiveOn)
        implements AccountEvent {}
