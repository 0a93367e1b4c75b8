package dev.mastro.shared.subscription;

import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.money.TaxRate;
import java.time.LocalDate;
import org.joda.money.Money;

/**
 * An invoice line whose service stopped on {@code closedOn}: that day and the following are given
 * back as {@code remainingNet} and {@code remainingTax} (billing.md C6, C8).
 */
public record ClosedLine(
        InvoiceId invoiceId,
        int lineNumber,
        LocalDate closedOn,
        Money remainingNet,
        Money remainingTax,
        TaxRate taxRate) {

    /** Net and tax together. */
    public Money remaining() {
        return remainingNet.plus(remainingTax);
    }
}
