package dev.mastro.query.platform;

import java.util.Map;

/** Something that is there, but cannot be answered about before a moment has passed: 409. */
public final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String kind;
    private final String id;

    private NotYet(String message, String code, String kind, String id) {
        super(message);
        this.code = code;
        this.kind = kind;
        this.id = id;
    }

    /** A stable code, what it is about, and why it is too early. */
    public static NotYet of(String code, String kind, Object id, String why) {
        return new NotYet(why, code, kind, id.toString());
    }

    String code() {
        return code;
    }

    String inWords() {
        return String.valueOf(getMessage());
    }

    Map<String, String> facts() {
        return Map.of("kind", kind, "id", id);
    }
}
