package dev.mastro.command.platform;

import dev.mastro.command.http.Problem;
import dev.mastro.command.http.RequestMistake;
import dev.mastro.command.ledger.RuleViolation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where failures become problem details (api.md 1). */
@RestControllerAdvice
class HttpProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(HttpProblems.class);

    @ExceptionHandler
    ResponseEntity<byte[]> mistaken(RequestMistake mistake) {
        return mistake.problem().answer();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(RuleViolation violation) {
        return Problem.of(violation.refusal()).answer();
    }

    @ExceptionHandler({ConcurrencyException.class, AggregateStreamCreationException.class})
    ResponseEntity<byte[]> lostTheRace() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "STALE_VERSION",
                        "The account has changed meanwhile; try again.",
                        Map.of())
                .answer();
    }

    @ExceptionHandler({
        LockAcquisitionFailedException.class,
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<byte[]> busy(Exception failure) {
        LOG.warn("too busy for a request: {}", failure.toString());
        ResponseEntity<byte[]> answer =
                Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "BUSY",
                                "Too much is going on; try again in a moment.",
                                Map.of())
                        .answer();
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unexpected(Exception failure) {
        LOG.error("a request failed", failure);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "INTERNAL_ERROR",
                        "Something is wrong on our side.",
                        Map.of())
                .answer();
    }

    /** Whatever the framework refuses by itself: unknown path, wrong method, wrong media type. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        HttpStatus status = HttpStatus.valueOf(statusCode.value());
        Problem problem = Problem.of(status, codeOf(status, body), detail(body), facts(body));
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.json().getBytes(StandardCharsets.UTF_8));
    }

    private static String codeOf(HttpStatus status, @Nullable Object body) {
        return property(body, "code")
                .map(Object::toString)
                .orElse(status == HttpStatus.BAD_REQUEST ? "MALFORMED_REQUEST" : status.name());
    }

    private static String detail(@Nullable Object body) {
        return body instanceof ProblemDetail problem && problem.getDetail() != null
                ? problem.getDetail()
                : "This request is not understood.";
    }

    private static Map<String, Object> facts(@Nullable Object body) {
        Map<String, Object> facts = new LinkedHashMap<>();
        property(body, "facts")
                .filter(Map.class::isInstance)
                .ifPresent(given ->
                        ((Map<?, ?>) given).forEach((key, value) -> facts.put("" + key, value)));
        return facts;
    }

    private static Optional<Object> property(@Nullable Object body, String name) {
        return body instanceof ProblemDetail problem && problem.getProperties() != null
                ? Optional.ofNullable(problem.getProperties().get(name))
                : Optional.empty();
    }
}
