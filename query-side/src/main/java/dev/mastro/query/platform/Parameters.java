package dev.mastro.query.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a request says; refuses what it cannot understand with {@link MalformedRequest}. */
public final class Parameters {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Parameters() {}

    /** An id in a path. */
    public static UUID id(String text) {
        return findId(text).orElseThrow(() -> new MalformedRequest("id", text, "an id (UUID)"));
    }

    /** The id in a text that may be something else. */
    public static Optional<UUID> findId(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text.toLowerCase(Locale.ROOT))
                    ? Optional.of(id)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A text to search for; the database knows no text with a zero byte in it. */
    public static String text(String parameter, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new MalformedRequest(
                    parameter, text.replace('\0', '?'), "a text without zero bytes");
        }
        return text;
    }

    /** A local date of the years 1 to 9999, or {@code null} when the parameter is not there. */
    public static @Nullable LocalDate date(String parameter, @Nullable String text) {
        try {
            return text == null ? null : storable(LocalDate.parse(text));
        } catch (DateTimeException _) {
            throw new MalformedRequest(parameter, text, "a date such as 2025-04-28");
        }
    }

    /** An instant of the same years, or {@code null} when the parameter is not there. */
    public static @Nullable Instant instant(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime instant = OffsetDateTime.parse(text);
            LocalDate date = storable(instant.toLocalDate());
            return instant.with(date).toInstant();
        } catch (DateTimeException _) {
            throw new MalformedRequest(parameter, text, "an instant such as 2025-04-28T10:00:00Z");
        }
    }

    /** The database knows fewer years than Java. */
    private static LocalDate storable(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new DateTimeException("out of range: " + date);
        }
        return date;
    }
}
