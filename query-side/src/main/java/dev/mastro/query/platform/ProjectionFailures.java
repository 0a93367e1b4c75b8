package dev.mastro.query.platform;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.springframework.stereotype.Component;

/** The batches that could not be projected, until the next try of the same segment succeeds. */
@Component
class ProjectionFailures {

    private final Map<Segment, String> failures = new ConcurrentHashMap<>();

    private record Segment(String projection, int number) {}

    void failed(String projection, int segment, Throwable cause) {
        if (!(cause instanceof UnableToClaimTokenException)) {
            failures.put(new Segment(projection, segment), String.valueOf(cause.getMessage()));
        }
    }

    void succeeded(String projection, int segment) {
        failures.remove(new Segment(projection, segment));
    }

    Optional<String> of(String projection) {
        return failures.entrySet().stream()
                .filter(failure -> failure.getKey().projection().equals(projection))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
