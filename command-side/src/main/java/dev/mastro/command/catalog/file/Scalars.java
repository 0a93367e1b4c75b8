package dev.mastro.command.catalog.file;

import dev.mastro.command.catalog.file.YamlNode.Scalar;
import dev.mastro.shared.money.TaxRate;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import tools.jackson.core.JsonToken;

/** Reads single values; text stands for itself and is never rounded or guessed at. */
final class Scalars {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,4})?");
    private static final int PPM_PER_PERCENT_DIGITS = 4;

    private Scalars() {}

    static String text(Scalar scalar) {
        if (scalar.token() != JsonToken.VALUE_STRING) {
            throw scalar.at().refuse("must be text, in quotes if need be, got " + scalar.text());
        }
        return scalar.text();
    }

    static int wholeNumber(Scalar scalar) {
        if (scalar.token() != JsonToken.VALUE_NUMBER_INT) {
            throw scalar.at().refuse("must be a whole number, got " + scalar.text());
        }
        try {
            return Integer.parseInt(scalar.text());
        } catch (NumberFormatException _) {
            throw scalar.at().refuse("must be a whole number in digits, got " + scalar.text());
        }
    }

    static boolean yesOrNo(Scalar scalar) {
        return switch (scalar.token()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw scalar.at().refuse("must be true or false, got " + scalar.text());
        };
    }

    static LocalDate date(Scalar scalar) {
        try {
            return LocalDate.parse(scalar.text());
        } catch (DateTimeException _) {
            throw scalar.at().refuse("must be a date like 2025-04-28, got " + scalar.text());
        }
    }

    static Object constant(Class<?> type, Position at, String text) {
        Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        at.refuse(
                                "must be one of %s, got %s"
                                        .formatted(Arrays.toString(constants), text)));
    }

    static TaxRate percent(Scalar scalar) {
        try {
            if (PERCENT.matcher(scalar.text()).matches()) {
                return new TaxRate(
                        new BigDecimal(scalar.text())
                                .movePointRight(PPM_PER_PERCENT_DIGITS)
                                .intValueExact());
            }
        } catch (IllegalArgumentException _) {
            // More than 100 %: refused below, in the words of this file.
        }
        throw scalar.at()
                .refuse(
                        "must be a percentage from 0 to 100 with at most four decimals, got "
                                + scalar.text());
    }

    static CurrencyUnit currency(Position at, String code) {
        try {
            CurrencyUnit currency = CurrencyUnit.of(code);
            if (!currency.isPseudoCurrency()) {
                return currency;
            }
        } catch (IllegalCurrencyException _) {
            // Unknown: refused below, as a pseudo-currency is.
        }
        throw at.refuse("is no currency: " + code);
    }

    static Money amount(CurrencyUnit currency, Scalar scalar) {
        if (DECIMAL.matcher(scalar.text()).matches()) {
            BigDecimal amount = new BigDecimal(scalar.text());
            if (amount.scale() == currency.getDecimalPlaces()) {
                return Money.of(currency, amount);
            }
        }
        throw scalar.at()
                .refuse(
                        "must be an amount with %d decimals, got %s"
                                .formatted(currency.getDecimalPlaces(), scalar.text()));
    }
}
