package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.CreditGrant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * A credit note lowered the invoice: {@code cancelled} of its total was not yet settled; the rest
 * was and became account credit (billing.md C10, P16, P17, P11). Of the {@code grants} those that
 * had settled the invoice come back as they were, and what was paid in money is a new one.
 */
@Revision("2")
public record CreditNoteIssued(
        InvoiceId invoiceId,
        AccountId accountId,
        CreditNoteId creditNoteId,
        String number,
        List<CreditNoteLine> lines,
        Money cancelled,
        List<CreditGrant> grants,
        CreditNoteReason reason,
        LocalDate effectiveOn)
        implements InvoiceEvent {

    /** What became account credit. */
    public Money granted() {
        return grants.stream()
                .map(CreditGrant::amount)
                .reduce(Money.zero(cancelled.getCurrencyUnit()), Money::plus);
    }

    /** What the document gives back, with tax. */
    public Money total() {
        return cancelled.plus(granted());
    }
}
