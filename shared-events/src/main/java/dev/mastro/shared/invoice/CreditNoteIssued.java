package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.GrantId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A credit note lowered the invoice: {@code cancelled} of its total was not yet paid, {@code
 * granted} was and became account credit under {@code grantId} (billing.md C10, P16, P17, P11).
 */
@Revision("1")
public record CreditNoteIssued(
        InvoiceId invoiceId,
        AccountId accountId,
        CreditNoteId creditNoteId,
        String number,
        List<CreditNoteLine> lines,
        Money cancelled,
        Money granted,
        @Nullable GrantId grantId,
        CreditNoteReason reason,
        LocalDate effectiveOn)
        implements InvoiceEvent {}
