package dev.mastro.shared.codec;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.LocalDate;
import org.joda.money.Money;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.datatype.jodamoney.AmountRepresentation;
import tools.jackson.datatype.jodamoney.JodaMoneyModule;

/**
 * The JSON of events and answers: money as {@code {"amount": "12.79", "currency": "USD"}}, dates
 * and instants in ISO form, and nothing that a record does not name. Getters are switched off so
 * that a new {@code isZero()} never adds a field to a stored event.
 */
public final class LedgerJson {

    private LedgerJson() {}

    /** A mapper that ignores fields it does not know, as a reader of stored events must. */
    public static JsonMapper mapper() {
        return builder()
                .addModule(
                        new SimpleModule("stored values")
                                .addDeserializer(Money.class, new StoredMoney())
                                .addDeserializer(LocalDate.class, new StoredDate()))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** The settings, for a mapper that needs more. */
    public static JsonMapper.Builder builder() {
        JsonMapper.Builder builder = JsonMapper.builder();
        configure(builder);
        return builder;
    }

    /**
     * These settings for HTTP, on a builder of somebody else's: a field that nobody reads and text
     * after the end are refused, so that a typing error never passes silently (api.md 1). To do it
     * twice changes nothing.
     */
    public static void configureStrictly(JsonMapper.Builder builder) {
        configure(builder);
        builder.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static void configure(JsonMapper.Builder builder) {
        builder.addModule(
                        new JodaMoneyModule()
                                .withAmountRepresentation(AmountRepresentation.DECIMAL_STRING))
                .changeDefaultVisibility(visibility ->
                        visibility
                                .withFieldVisibility(Visibility.ANY)
                                .withIsGetterVisibility(Visibility.NONE)
                                .withGetterVisibility(Visibility.NONE));
    }
}
