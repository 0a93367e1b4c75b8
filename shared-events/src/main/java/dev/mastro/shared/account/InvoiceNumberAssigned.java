package dev.mastro.shared.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The account owes {@code total} under this number by {@code dueOn}. Numbers have no gaps
 * (design.md 3) within {@code series}, or within the account where there is none.
 */
@Revision("1")
public record InvoiceNumberAssigned(
        AccountId accountId,
        InvoiceId invoiceId,
        String number,
        Money total,
        LocalDate dueOn,
        LocalDate effectiveOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String series)
        implements AccountEvent {

    /** A number of the account's own. */
    public InvoiceNumberAssigned(
            AccountId accountId,
            InvoiceId invoiceId,
            String number,
            Money total,
            LocalDate dueOn,
            LocalDate effectiveOn) {
        this(accountId, invoiceId, number, total, dueOn, effectiveOn, null);
    }
}
