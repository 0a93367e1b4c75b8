package dev.mastro.query.platform;

import dev.mastro.eventstore.checkpoint.RefusedLog;
import java.util.Map;
import org.axonframework.serialization.SerializationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the reading side answers when it cannot answer what was asked. */
@RestControllerAdvice(basePackages = "dev.mastro.query")
@Order(Ordered.HIGHEST_PRECEDENCE)
class QueryProblems {

    private static final String A_MINUTE = "60";

    @ExceptionHandler
    ResponseEntity<Problem> malformed(MalformedRequest request) {
        return Problem.answer(
                HttpStatus.BAD_REQUEST, request.code(), request.inWords(), request.facts(), null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> mistyped(MethodArgumentTypeMismatchException mismatch) {
        return Problem.answer(
                HttpStatus.BAD_REQUEST,
                "MALFORMED_REQUEST",
                "%s is not understood.".formatted(mismatch.getName()),
                Map.of(
                        "parameter", mismatch.getName(),
                        "value", String.valueOf(mismatch.getValue())),
                null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unknown(UnknownSubject subject) {
        return Problem.answer(
                HttpStatus.NOT_FOUND, subject.code(), subject.inWords(), subject.facts(), null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooEarly(NotYet early) {
        ResponseEntity<Problem> answer =
                Problem.answer(
                        HttpStatus.CONFLICT,
                        early.code(),
                        early.inWords(),
                        early.facts(),
                        "Ask again in a minute.");
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, A_MINUTE)
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Problem> changed(RefusedLog refused) {
        return Problem.answer(
                HttpStatus.CONFLICT,
                "LOG_NOT_AS_SIGNED",
                String.valueOf(refused.getMessage()),
                Map.of(),
                "Verify the log with ./mastro verify.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(SerializationException cause) {
        return Problem.answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "EVENT_UNREADABLE",
                "An event that this needs cannot be read: %s".formatted(cause.getMessage()),
                Map.of(),
                "Ask a process of the build that has recorded it.");
    }
}
