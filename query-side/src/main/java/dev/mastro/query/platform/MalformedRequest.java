package dev.mastro.query.platform;

import java.util.Map;

/** A parameter that cannot be understood: 400 {@code MALFORMED_REQUEST}, or a code of its own. */
public final class MalformedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String parameter;
    private final String value;

    /** The parameter, what it was, and what it should have been. */
    public MalformedRequest(String parameter, String value, String expected) {
        this(
                "MALFORMED_REQUEST",
                parameter,
                value,
                "%s must be %s.".formatted(parameter, expected));
    }

    private MalformedRequest(String code, String parameter, String value, String message) {
        super(message);
        this.code = code;
        this.parameter = parameter;
        this.value = value;
    }

    /** A parameter that nobody asked for, so that a typing error never passes silently. */
    static MalformedRequest unknown(String parameter, String value) {
        return new MalformedRequest(
                "UNKNOWN_PARAMETER",
                parameter,
                value,
                "This request has no parameter of that name.");
    }

    String code() {
        return code;
    }

    String inWords() {
        return String.valueOf(getMessage());
    }

    Map<String, String> facts() {
        return Map.of("parameter", parameter, "value", value);
    }
}
