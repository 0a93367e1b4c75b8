package dev.mastro.shared.codec;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;

/** Reads a date in its one stored form without a formatter; every other form as Jackson does. */
final class StoredDate extends StdScalarDeserializer<LocalDate> {

    private static final int LENGTH = "2025-04-10".length();
    private static final int MONTH = 5;
    private static final int DAY = 8;
    private static final int BASE = 10;

    StoredDate() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        LocalDate date =
                parser.hasToken(JsonToken.VALUE_STRING) ? stored(parser.getString()) : null;
        return date == null ? LocalDateDeserializer.INSTANCE.deserialize(parser, context) : date;
    }

    private static @Nullable LocalDate stored(String text) {
        if (text.length() != LENGTH
                || text.charAt(MONTH - 1) != '-'
                || text.charAt(DAY - 1) != '-') {
            return null;
        }
        int year = number(text, 0, MONTH - 1);
        int month = number(text, MONTH, DAY - 1);
        int day = number(text, DAY, LENGTH);
        try {
            return year < 0 || month < 0 || day < 0 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Negative if there is anything else than a digit. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * BASE + digit - '0';
        }
        return number;
    }
}
