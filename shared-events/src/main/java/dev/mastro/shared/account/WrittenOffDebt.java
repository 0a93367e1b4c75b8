package dev.mastro.shared.account;

import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.money.Proration;
import org.joda.money.Money;

/**
 * A debt that the books have given up and the customer still has (billing.md WO-1). {@code
 * taxRelief} is the part of it that the state has given back, {@code stillBlocks} whether it stands
 * in the way of a purchase.
 */
public record WrittenOffDebt(
        InvoiceId invoiceId,
        String number,
        Money outstanding,
        Money taxRelief,
        boolean stillBlocks) {

    /** The tax that is owed again when {@code amount} of the debt is paid after all. */
    public Money taxOf(Money amount) {
        return Proration.share(
                taxRelief, amount.getAmountMinorLong(), outstanding.getAmountMinorLong());
    }

    WrittenOffDebt less(Money amount) {
        return new WrittenOffDebt(
                invoiceId,
                number,
                outstanding.minus(amount),
                taxRelief.minus(taxOf(amount)),
                stillBlocks);
    }
}
