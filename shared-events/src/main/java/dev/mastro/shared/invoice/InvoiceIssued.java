package dev.mastro.shared.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.PricedBy;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The invoice became a legal document: {@code net} plus {@code tax} is owed by {@code dueOn}. Later
 * corrections are credit notes, never edits.
 */
@Revision("1")
public record InvoiceIssued(
        InvoiceId invoiceId,
        AccountId accountId,
        String number,
        List<InvoiceLine> lines,
        Money net,
        Money tax,
        LocalDate dueOn,
        PricedBy pricedBy,
        LocalDate effectiveOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TaxMention taxMention)
        implements InvoiceEvent {

    /** An invoice with nothing to say about its tax but the rate. */
    public InvoiceIssued(
            InvoiceId invoiceId,
            AccountId accountId,
            String number,
            List<InvoiceLine> lines,
            Money net,
            Money tax,
            LocalDate dueOn,
            PricedBy pricedBy,
            LocalDate effectiveOn) {
        this(invoiceId, accountId, number, lines, net, tax, dueOn, pricedBy, effectiveOn, null);
    }
}
