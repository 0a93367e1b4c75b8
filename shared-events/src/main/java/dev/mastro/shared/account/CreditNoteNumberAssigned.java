package dev.mastro.shared.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mastro.shared.invoice.CreditNoteId;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A credit note took this number and lowered what the account owes on the invoice by {@code
 * cancelled}. Numbers have no gaps within {@code series}, or within the account where there is
 * none.
 */
@Revision("1")
public record CreditNoteNumberAssigned(
        AccountId accountId,
        CreditNoteId creditNoteId,
        String number,
        InvoiceId invoiceId,
        Money cancelled,
        LocalDate effectiveOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String series)
        implements AccountEvent {

    /** A number of the account's own. */
    public CreditNoteNumberAssigned(
            AccountId accountId,
            CreditNoteId creditNoteId,
            String number,
            InvoiceId invoiceId,
            Money cancelled,
            LocalDate effectiveOn) {
        this(accountId, creditNoteId, number, invoiceId, cancelled, effectiveOn, null);
    }
}
