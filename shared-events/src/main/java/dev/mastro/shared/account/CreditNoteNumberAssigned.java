package dev.mastro.shared.account;

import dev.mastro.shared.invoice.CreditNoteId;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * A credit note took this number and lowered what the account owes on the invoice by {@code
 * cancelled}.
 */
@Revision("1")
public record CreditNoteNumberAssigned(
        AccountId accountId,
        CreditNoteId creditNoteId,
        String number,
        InvoiceId invoiceId,
        Money cancelled,
        LocalDate effectiveOn)
        implements AccountEvent {}
