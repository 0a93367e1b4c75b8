package dev.mastro.query.platform;

import dev.mastro.eventstore.StoredTokens;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.springframework.stereotype.Component;

/**
 * The batches that could not be projected, until somebody gets past them: this process with its
 * next try, or another one that has taken the segment over.
 */
@Component
class ProjectionFailures {

    private final Map<Segment, Failure> failures = new ConcurrentHashMap<>();
    private final StoredTokens tokens;

    ProjectionFailures(StoredTokens tokens) {
        this.tokens = tokens;
    }

    private record Segment(String projection, int number) {}

    private record Failure(long position, String message) {}

    void failed(String projection, int segment, long position, Throwable cause) {
        if (!(cause instanceof UnableToClaimTokenException)) {
            failures.put(
                    new Segment(projection, segment),
                    new Failure(position, String.valueOf(cause.getMessage())));
        }
    }

    void succeeded(String projection, int segment) {
        failures.remove(new Segment(projection, segment));
    }

    Optional<String> of(String projection) {
        if (failures.isEmpty()) {
            return Optional.empty();
        }
        tokens.all().forEach(this::forgetWhatIsPast);
        return failures.entrySet().stream()
                .filter(failure -> failure.getKey().projection().equals(projection))
                .map(failure -> failure.getValue().message())
                .findFirst();
    }

    private void forgetWhatIsPast(StoredTokens.Entry entry) {
        failures.computeIfPresent(
                new Segment(entry.processor(), entry.segment()),
                (_, failure) -> entry.position() >= failure.position() ? null : failure);
    }
}
