package dev.mastro.chaos.invariant;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Outcome;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.rows.AnswerRow;
import dev.mastro.chaos.rows.EventRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What senders were told, against what is in the log. */
public final class CommandChecks {

    private static final JsonMapper JSON = new JsonMapper();

    private CommandChecks() {}

    private record Place(String stream, long sequence, String type) {}

    /** I1: every event of every receipt is in the log. */
    public static List<Violation> nothingIsLost(History history, List<EventRow> events) {
        Set<Place> there =
                events.stream()
                        .map(it -> new Place(it.stream(), it.sequence(), it.type()))
                        .collect(Collectors.toSet());
        List<Violation> violations = new ArrayList<>();
        for (Sending sending : history.sendings()) {
            if (sending.isOk()) {
                for (Place told : receipt(Objects.requireNonNull(sending.answer()))) {
                    if (!there.contains(told)) {
                        violations.add(
                                Invariant.I1.brokenBy(
                                        "%s, but %s is not there"
                                                .formatted(sending.inWords(), told)));
                    }
                }
            }
        }
        return violations;
    }

    /**
     * I2: the events of a key came by one sending and are those of its one answer; a payment's
     * reference occurs once.
     */
    public static List<Violation> nothingHappensTwice(
            List<EventRow> events, List<AnswerRow> answers) {
        List<Violation> violations = new ArrayList<>();
        Map<String, Set<Place>> told = new HashMap<>();
        for (AnswerRow answer : answers) {
            if (told.put(answer.key(), answered(answer)) != null) {
                violations.add(Invariant.I2.brokenBy("two answers to " + answer.key()));
            }
        }
        byKey(events).forEach((key, ofKey) -> violations.addAll(once(key, ofKey, told.get(key))));
        violations.addAll(oncePerReference(events));
        return violations;
    }

    private static List<Violation> once(
            String key, List<EventRow> events, @Nullable Set<Place> told) {
        Set<String> sendings = new HashSet<>();
        Set<Place> places = new HashSet<>();
        for (EventRow event : events) {
            sendings.add(String.valueOf(event.requestId()));
            places.add(new Place(event.stream(), event.sequence(), event.type()));
        }
        if (sendings.size() > 1) {
            return List.of(Invariant.I2.brokenBy("%s took effect by %s".formatted(key, sendings)));
        }
        return places.equals(told)
                ? List.of()
                : List.of(
                        Invariant.I2.brokenBy(
                                "%s caused %s, its answer tells of %s"
                                        .formatted(key, places, told)));
    }

    private static List<Violation> oncePerReference(List<EventRow> events) {
        Set<String> seen = new HashSet<>();
        return events.stream()
                .map(EventRow::reference)
                .filter(reference -> reference != null && !seen.add(reference))
                .map(reference ->
                        Invariant.I2.brokenBy("payment %s is there twice".formatted(reference)))
                .toList();
    }

    /** I3: no event carries the id of a sending that was refused. */
    public static List<Violation> refusedIsAbsent(History history, List<EventRow> events) {
        Map<String, Sending> refused =
                history.sendings().stream()
                        .filter(sending -> sending.outcome() == Outcome.REFUSED)
                        .collect(Collectors.toMap(Sending::id, sending -> sending));
        List<Violation> violations = new ArrayList<>();
        for (EventRow event : events) {
            Sending sending = refused.get(String.valueOf(event.requestId()));
            if (sending != null) {
                violations.add(
                        Invariant.I3.brokenBy(
                                "%s, yet there is %s".formatted(sending.inWords(), event)));
            }
        }
        return violations;
    }

    /** I12: all answers that say yes to a key are the same bytes, also for another body. */
    public static List<Violation> sameKeySameAnswer(History history) {
        List<Violation> violations = new ArrayList<>();
        history.byKey()
                .forEach((key, sendings) -> {
                    List<String> answers =
                            sendings.stream()
                                    .filter(Sending::isOk)
                                    .map(sending -> sending.status() + " " + sending.answer())
                                    .distinct()
                                    .toList();
                    long bodies =
                            sendings.stream()
                                    .filter(Sending::isOk)
                                    .map(Sending::request)
                                    .distinct()
                                    .count();
                    if (answers.size() > 1 || bodies > 1) {
                        violations.add(
                                Invariant.I12.brokenBy(
                                        "%s was answered %d ways for %d requests"
                                                .formatted(key, answers.size(), bodies)));
                    }
                });
        return violations;
    }

    /** Every key comes to a definite end once the system is whole again. */
    public static List<Violation> everythingIsSettled(History settling) {
        return settling.sendings().stream()
                .filter(Sending::isUnknown)
                .map(sending ->
                        Invariant.I13.brokenBy(
                                "no definite answer after healing: %s %s"
                                        .formatted(sending.inWords(), sending.answer())))
                .toList();
    }

    private static Map<String, List<EventRow>> byKey(List<EventRow> events) {
        return events.stream()
                .filter(event -> event.key() != null)
                .collect(Collectors.groupingBy(event -> Objects.requireNonNull(event.key())));
    }

    private static Set<Place> answered(AnswerRow answer) {
        return receipt(answer.body());
    }

    private static Set<Place> receipt(String answer) {
        Set<Place> places = new HashSet<>();
        for (JsonNode event : JSON.readTree(answer).path("events")) {
            places.add(
                    new Place(
                            event.path("subject").asString(),
                            event.path("sequence").asLong(),
                            event.path("type").asString()));
        }
        return places;
    }
}
