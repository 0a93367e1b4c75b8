package dev.mastro.query.platform;

import java.util.Locale;
import java.util.Map;

/**
 * Something that was asked for and is not there: 404 with a code such as {@code ACCOUNT_UNKNOWN}.
 */
public final class UnknownSubject extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;

    private UnknownSubject(String message, String kind, String id) {
        super(message);
        this.kind = kind;
        this.id = id;
    }

    /** No such thing, for example {@code of("account", id)}. */
    public static UnknownSubject of(String kind, Object id) {
        return new UnknownSubject("There is no %s %s.".formatted(kind, id), kind, id.toString());
    }

    /** There is such a thing, but there was none then. */
    public static UnknownSubject then(String kind, Object id, String when) {
        return new UnknownSubject(
                "There was no %s %s %s.".formatted(kind, id, when), kind, id.toString());
    }

    String code() {
        return kind.replace(' ', '_').toUpperCase(Locale.ROOT) + "_UNKNOWN";
    }

    String inWords() {
        return String.valueOf(getMessage());
    }

    Map<String, String> facts() {
        return Map.of("kind", kind, "id", id);
    }
}
