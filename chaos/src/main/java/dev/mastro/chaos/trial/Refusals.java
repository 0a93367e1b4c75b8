package dev.mastro.chaos.trial;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Sending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The answers by which nodes say that they cannot serve now, and how soon they say so. */
public record Refusals(List<Sending> sendings) {

    private static final int UNAVAILABLE = 503;
    private static final int PERCENT = 100;
    private static final int NEARLY_ALL = 99;

    public Refusals {
        sendings = List.copyOf(sendings);
    }

    /** Those of a history. */
    public static Refusals in(History history) {
        return new Refusals(
                history.sendings().stream().filter(it -> it.status() == UNAVAILABLE).toList());
    }

    /** Those of them that are such. */
    public Refusals that(Predicate<Sending> are) {
        return new Refusals(sendings.stream().filter(are).toList());
    }

    /** How many there are. */
    public int count() {
        return sendings.size();
    }

    /** How many, and how long they took. */
    public String inWords() {
        List<Long> times = times();
        return times.isEmpty()
                ? "no 503"
                : "%d times 503; p99 of these %d ms; longest %d ms"
                        .formatted(
                                times.size(),
                                times.get((times.size() - 1) * NEARLY_ALL / PERCENT),
                                times.getLast());
    }

    /** Each of them must come within this time, and say when to come again. */
    public List<String> complaints(Duration bound) {
        List<String> complaints = new ArrayList<>();
        for (Sending sending : sendings) {
            if (sending.tookMillis() > bound.toMillis()) {
                complaints.add(
                        "refused after %d ms, not within %d ms: %s"
                                .formatted(
                                        sending.tookMillis(), bound.toMillis(), sending.inWords()));
            }
            if (!sending.retryAfter()) {
                complaints.add("a 503 without Retry-After: " + sending.inWords());
            }
        }
        return complaints;
    }

    private List<Long> times() {
        return sendings.stream().map(Sending::tookMillis).sorted().toList();
    }
}
