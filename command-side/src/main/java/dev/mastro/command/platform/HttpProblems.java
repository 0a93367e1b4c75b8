package dev.mastro.command.platform;

import dev.mastro.command.http.Problem;
import dev.mastro.command.http.RequestMistake;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.command.work.TooBusyException;
import dev.mastro.eventstore.SqlStates;
import dev.mastro.eventstore.append.OutcomeUnknownException;
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
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
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
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class
    })
    ResponseEntity<byte[]> notNow(Exception failure) {
        return isOfTheStore(failure) ? unavailable(failure) : busy(failure);
    }

    private static ResponseEntity<byte[]> busy(Exception failure) {
        LOG.warn("too busy for a request: {}", failure.toString());
        return later("BUSY", "Too much is going on; try again in a moment.");
    }

    private static ResponseEntity<byte[]> unavailable(Exception failure) {
        LOG.warn("the store failed a request: {}", failure.toString());
        return later(
                "STORE_UNAVAILABLE",
                "The store gave no answer; ask again with the same Idempotency-Key.");
    }

    private static ResponseEntity<byte[]> later(String code, String detail) {
        ResponseEntity<byte[]> answer =
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, code, detail, Map.of()).answer();
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unexpected(Exception failure) {
        if (isOfTheStore(failure)) {
            return unavailable(failure);
        }
        if (TooBusyException.isToComeAgain(failure)) {
            return busy(failure);
        }
        LOG.error("a request failed", failure);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "INTERNAL_ERROR",
                        "Something is wrong on our side.",
                        Map.of())
                .answer();
    }

    /**
     * Its connection is lost, it shuts down, its disk or another resource is at an end, or it never
     * said how a commit ended.
     */
    private static boolean isOfTheStore(Throwable failure) {
        return failure instanceof OutcomeUnknownException || SqlStates.isServerUnable(failure);
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
        ProblemDetail told = told(failure, body);
        String code = status == HttpStatus.BAD_REQUEST ? "MALFORMED_REQUEST" : status.name();
        Problem problem =
                Problem.of(
                        status,
                        property(told, "code").map(Object::toString).orElse(code),
                        detail(status, told),
                        facts(told));
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.json().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable ProblemDetail told(Exception failure, @Nullable Object body) {
        if (body instanceof ProblemDetail given) {
            return given;
        }
        return failure instanceof ErrorResponse response ? response.getBody() : null;
    }

    private static String detail(HttpStatus status, @Nullable ProblemDetail told) {
        if (status == HttpStatus.NOT_FOUND && property(told, "code").isEmpty()) {
            return "There is nothing at this address.";
        }
        String detail = told == null ? null : told.getDetail();
        return detail == null ? "This request is not understood." : detail;
    }

    private static Map<String, Object> facts(@Nullable ProblemDetail told) {
        Map<String, Object> facts = new LinkedHashMap<>();
        property(told, "facts")
                .filter(Map.class::isInstance)
                .ifPresent(given ->
                        ((Map<?, ?>) given).forEach((key, value) -> facts.put("" + key, value)));
        return facts;
    }

    private static Optional<Object> property(@Nullable ProblemDetail told, String name) {
        Map<String, Object> properties = told == null ? null : told.getProperties();
        return properties == null ? Optional.empty() : Optional.ofNullable(properties.get(name));
    }
}
