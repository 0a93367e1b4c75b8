package dev.mastro.shared.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * The one place where an amount is divided by days. The fraction is exact and rounded once, half up
 * on the magnitude unless the seller says otherwise, to the minor unit of the currency; a day price
 * is never rounded first (billing.md C5, C6, C7).
 */
public final class Proration {

    private Proration() {}

    /**
     * {@code amount x part / whole}, for {@code 0 <= part} and {@code 0 < whole}.
     *
     * @throws IllegalArgumentException when the days make no fraction
     */
    public static Money share(Money amount, long part, long whole) {
        return share(amount, part, whole, RoundingMode.HALF_UP);
    }

    /** As {@link #share(Money, long, long)}, for a seller that rounds another way. */
    public static Money share(Money amount, long part, long whole, RoundingMode rounding) {
        if (part < 0 || whole <= 0) {
            throw new IllegalArgumentException("no share: " + part + " of " + whole + " days");
        }
        BigDecimal exact =
                amount.getAmount()
                        .multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(whole), amount.getScale(), rounding);
        return Money.of(amount.getCurrencyUnit(), exact);
    }

    /**
     * What {@code licences} at {@code unitPrice} cost for {@code days} of {@code periodDays} (C5).
     */
    public static Money charge(Money unitPrice, int licences, long days, long periodDays) {
        return share(unitPrice.multipliedBy(licences), days, periodDays);
    }
}
