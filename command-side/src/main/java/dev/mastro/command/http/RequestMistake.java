package dev.mastro.command.http;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that cannot be understood: 400 with a code and the field concerned. */
public final class RequestMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String field;
    private final String detail;

    /** A mistake in {@code field}, which is empty when it is in the request as a whole. */
    public RequestMistake(String code, String field, String detail) {
        super(code + " " + field, null, false, false);
        this.code = code;
        this.field = field;
        this.detail = detail;
    }

    /** A value of {@code field} that is none. */
    public static RequestMistake in(String field, String detail) {
        return new RequestMistake("MALFORMED_REQUEST", field, detail);
    }

    /** How it is told. */
    public Problem problem() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                code,
                detail,
                field.isEmpty() ? Map.of() : Map.of("field", field));
    }
}
