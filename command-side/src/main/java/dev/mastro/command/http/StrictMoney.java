package dev.mastro.command.http;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads {@code {"amount": "12.79", "currency": "USD"}} with exactly the currency's digits. */
final class StrictMoney extends StdDeserializer<Money> {

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final int MOST_DIGITS = 15;
    private static final Set<String> FIELDS = Set.of("amount", "currency");

    StrictMoney() {
        super(Money.class);
    }

    /** A mistake with a code of its own, on its way through Jackson, which adds the path. */
    static final class MistakenMoney extends DatabindException {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final String words;

        MistakenMoney(JsonParser json, String code, String words) {
            super(json, words);
            this.code = code;
            this.words = words;
        }

        String code() {
            return code;
        }

        String inWords() {
            return words;
        }
    }

    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) {
        JsonNode money = context.readTree(json);
        Set<String> unknown = new TreeSet<>(money.propertyNames());
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw new MistakenMoney(json, "UNKNOWN_FIELD", "there is no field " + unknown);
        }
        String amount = text(json, money.get("amount"), "amount");
        CurrencyUnit currency = currency(json, text(json, money.get("currency"), "currency"));
        BigDecimal decimal = decimal(json, amount);
        if (decimal.scale() != currency.getDecimalPlaces()) {
            throw new MistakenMoney(
                    json,
                    "WRONG_CURRENCY_DIGITS",
                    "%s has %d decimals".formatted(currency, currency.getDecimalPlaces()));
        }
        return Money.of(currency, decimal);
    }

    private static BigDecimal decimal(JsonParser json, String amount) {
        if (!DECIMAL.matcher(amount).matches()) {
            throw malformed(json, "the amount is no decimal number");
        }
        BigDecimal decimal = new BigDecimal(amount);
        if (decimal.precision() > MOST_DIGITS) {
            throw malformed(json, "the amount has more than " + MOST_DIGITS + " digits");
        }
        return decimal;
    }

    static @Nullable CurrencyUnit currencyOf(String code) {
        if (!CODE.matcher(code).matches()) {
            return null;
        }
        try {
            CurrencyUnit currency = CurrencyUnit.of(code);
            return currency.isPseudoCurrency() ? null : currency;
        } catch (IllegalCurrencyException e) {
            return null;
        }
    }

    private static CurrencyUnit currency(JsonParser json, String code) {
        CurrencyUnit currency = currencyOf(code);
        if (currency == null) {
            throw new MistakenMoney(json, "UNKNOWN_CURRENCY", "there is no such currency");
        }
        return currency;
    }

    private static String text(JsonParser json, @Nullable JsonNode node, String name) {
        if (node == null || !node.isString()) {
            throw malformed(json, name + " must be a text");
        }
        return node.stringValue();
    }

    private static MistakenMoney malformed(JsonParser json, String words) {
        return new MistakenMoney(json, "MALFORMED_REQUEST", words);
    }
}
