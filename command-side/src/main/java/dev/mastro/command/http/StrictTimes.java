package dev.mastro.command.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads dates and instants from their ISO texts, in years that a ledger can mean. */
final class StrictTimes<T> extends StdDeserializer<T> {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int FIRST_YEAR = 1900;

    private final Class<T> type;
    private final transient Function<String, T> parsing;

    private StrictTimes(Class<T> type, Function<String, T> parsing) {
        super(type);
        this.type = type;
        this.parsing = parsing;
    }

    static StrictTimes<LocalDate> date() {
        return new StrictTimes<>(LocalDate.class, StrictTimes::date);
    }

    static StrictTimes<Instant> instant() {
        return new StrictTimes<>(Instant.class, StrictTimes::instant);
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return type.cast(context.handleUnexpectedToken(type, json));
        }
        String text = json.getString();
        try {
            return parsing.apply(text);
        } catch (DateTimeException e) {
            return type.cast(context.handleWeirdStringValue(type, text, "not understood"));
        }
    }

    private static LocalDate date(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new DateTimeException("not a date: " + text);
        }
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < FIRST_YEAR) {
            throw new DateTimeException("too early: " + text);
        }
        return date;
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        int year = instant.atZone(ZoneOffset.UTC).getYear();
        if (year < FIRST_YEAR || year > 9999) {
            throw new DateTimeException("not in a year that a ledger can mean: " + text);
        }
        return instant;
    }
}
