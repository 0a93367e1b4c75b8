package dev.mastro.query.platform;

import java.util.Map;

/** A parameter that cannot be understood: 400 {@code MALFORMED_REQUEST}. */
public final class MalformedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String value;

    /** The parameter, what it was, and what it should have been. */
    public MalformedRequest(String parameter, String value, String expected) {
        super("%s must be %s.".formatted(parameter, expected));
        this.parameter = parameter;
        this.value = value;
    }

    String inWords() {
        return String.valueOf(getMessage());
    }

    Map<String, String> facts() {
        return Map.of("parameter", parameter, "value", value);
    }
}
