package dev.mastro.shared.account;

import dev.mastro.shared.invoice.InvoiceId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The part of a payment that settles one invoice; positive. {@code recoveredTax} is set where the
 * debt had been written off: the part of the money that is owed to the state again (billing.md
 * P24), which may be zero.
 */
public record Allocation(InvoiceId invoiceId, Money amount, @Nullable Money recoveredTax) {

    /** The part that settles an open invoice. */
    public Allocation(InvoiceId invoiceId, Money amount) {
        this(invoiceId, amount, null);
    }
}
