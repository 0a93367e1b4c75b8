package dev.mastro.shared.invoice;

import dev.mastro.shared.money.TaxRate;
import org.joda.money.Money;

/**
 * What a line moves the invoice by; {@code tax} is the line's share of the document's tax
 * (billing.md C8). Negative for credits.
 */
public record LineAmount(Money net, TaxRate taxRate, Money tax) {

    /** Net and tax together. */
    public Money gross() {
        return net.plus(tax);
    }
}
