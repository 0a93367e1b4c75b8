package dev.mastro.shared.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * A tax rate in parts per million: 22 % is 220,000. Stored as that integer. From 0 to 1,000,000.
 */
public record TaxRate(int partsPerMillion) {

    /** No tax. */
    public static final TaxRate ZERO = new TaxRate(0);

    private static final int WHOLE = 1_000_000;
    private static final int PERCENT_DIGITS = 4;

    public TaxRate {
        if (partsPerMillion < 0 || partsPerMillion > WHOLE) {
            throw new IllegalArgumentException("not a tax rate: " + partsPerMillion + " ppm");
        }
    }

    /** Reads the stored form. */
    @JsonCreator
    public static TaxRate ofPartsPerMillion(int partsPerMillion) {
        return new TaxRate(partsPerMillion);
    }

    /** The stored form. */
    @JsonValue
    public int stored() {
        return partsPerMillion;
    }

    /** The tax on {@code net}, rounded once, half up (billing.md C8). */
    public Money on(Money net) {
        return on(net, RoundingMode.HALF_UP);
    }

    /** The tax on {@code net} for a seller that rounds another way. */
    public Money on(Money net, RoundingMode rounding) {
        return Proration.share(net, partsPerMillion, WHOLE, rounding);
    }

    /** For people and for HTTP: {@code "22"} or {@code "8.875"}, in percent. */
    public String percent() {
        return new BigDecimal(partsPerMillion)
                .movePointLeft(PERCENT_DIGITS)
                .setScale(PERCENT_DIGITS, RoundingMode.UNNECESSARY)
                .stripTrailingZeros()
                .toPlainString();
    }
}
