package dev.mastro.shared.codec;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads money as it is stored. An event has a dozen amounts, and the module that writes them looks
 * up a reader for each part of each.
 */
final class StoredMoney extends StdDeserializer<Money> {

    StoredMoney() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            return (Money) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String amount = null;
        String currency = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "amount" -> amount = parser.getString();
                case "currency" -> currency = parser.getString();
                default -> parser.skipChildren();
            }
        }
        return money(amount, currency, context);
    }

    private static Money money(
            @Nullable String amount, @Nullable String currency, DeserializationContext context) {
        if (amount == null || currency == null) {
            return context.reportInputMismatch(Money.class, "money has an amount and a currency");
        }
        try {
            return Money.of(CurrencyUnit.of(currency), new BigDecimal(amount));
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw context.weirdStringException(
                    amount + " " + currency, Money.class, String.valueOf(e.getMessage()));
        }
    }
}
