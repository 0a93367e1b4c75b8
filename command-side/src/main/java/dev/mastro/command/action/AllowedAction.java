package dev.mastro.command.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.ledger.RuleViolation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that could be done, by which request, and every reason that stands in its way now
 * (billing.md R001-04).
 */
public record AllowedAction(
        String action,
        Map<String, Object> on,
        boolean allowed,
        List<Reason> reasons,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String remedy,
        Request request) {

    /** A refusal that the command would meet. */
    public record Reason(
            String code,
            String detail,
            Map<String, Object> facts,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String remedy) {

        private static Reason of(Refusal refusal) {
            return new Reason(
                    refusal.rejection().name(),
                    refusal.detail(),
                    refusal.facts(),
                    refusal.remedy());
        }
    }

    /** The request that does it. */
    public record Request(String method, String path) {}

    /**
     * What is done, on what, and by which request; {@code path} is below the API. The trial is the
     * decision of the command; rules are those that it begins with, so that all reasons are told.
     */
    public static AllowedAction of(
            String action,
            Map<String, Object> on,
            String method,
            String path,
            Supplier<?> trial,
            Runnable... rules) {
        List<Refusal> refusals = new ArrayList<>();
        Runnable tried =
                () -> {
                    var _ = trial.get();
                };
        for (Runnable check : Stream.concat(Stream.of(rules), Stream.of(tried)).toList()) {
            refusalOf(check)
                    .filter(found ->
                            refusals.stream()
                                    .noneMatch(one -> one.rejection() == found.rejection()))
                    .ifPresent(refusals::add);
        }
        refusals.sort(Comparator.comparing(Refusal::rejection));
        return new AllowedAction(
                action,
                Map.copyOf(on),
                refusals.isEmpty(),
                refusals.stream().map(Reason::of).toList(),
                refusals.isEmpty() ? null : refusals.getFirst().remedy(),
                new Request(method, "/api/v1" + path));
    }

    private static Optional<Refusal> refusalOf(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (RuleViolation violation) {
            return Optional.of(violation.refusal());
        }
    }
}
