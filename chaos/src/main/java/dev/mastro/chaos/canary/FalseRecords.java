package dev.mastro.chaos.canary;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Request;
import dev.mastro.chaos.history.Role;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.rows.EventRow;
import dev.mastro.chaos.rows.StateRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Bugs of which a real run is made to bear the marks, because the product has no such switch. */
final class FalseRecords {

    private static final String HOW = "its mark in the records of a real run; checkers only";

    private FalseRecords() {}

    static Map<Canary, UnaryOperator<Captured>> all() {
        Map<Canary, UnaryOperator<Captured>> canaries = new LinkedHashMap<>();
        put(
                canaries,
                6,
                "answer stored outside of the unit of work",
                captured -> captured.withAnswers(tail(captured.rows().answers())),
                "I2");
        put(
                canaries,
                7,
                "body of a repeated key not compared",
                FalseRecords::saidYesToAnother,
                "I12");
        put(canaries, 15, "response before the commit", FalseRecords::lost, "I1");
        put(
                canaries,
                18,
                "a node decides by what it remembered of an earlier state",
                FalseRecords::otherMemory,
                "I14");
        return canaries;
    }

    private static void put(
            Map<Canary, UnaryOperator<Captured>> canaries,
            int number,
            String bug,
            UnaryOperator<Captured> planting,
            String expected) {
        canaries.put(new Canary(number, bug, HOW, Set.of(expected)), planting);
    }

    private static Captured lost(Captured captured) {
        String sending = String.valueOf(caused(captured).getFirst().requestId());
        return captured.withEvents(
                captured.rows().events().stream()
                        .filter(event -> !sending.equals(event.requestId()))
                        .toList());
    }

    private static Captured saidYesToAnother(Captured captured) {
        Sending first =
                captured.history().sendings().stream()
                        .filter(it -> it.isOk() && it.request().account() != null)
                        .findFirst()
                        .orElseThrow();
        Request other =
                new Request(first.request().account(), first.request().path(), first.key(), "{}");
        Sending yes =
                new Sending(
                        first.id() + "-other",
                        Role.CHANGED,
                        other,
                        first.node(),
                        first.status(),
                        first.answer(),
                        true,
                        false,
                        first.sentAt(),
                        first.tookMillis());
        return captured.with(captured.history().and(new History(List.of(yes))));
    }

    private static Captured otherMemory(Captured captured) {
        StateRow first = captured.deep().remembered().getFirst();
        return captured.withRemembered(
                List.of(new StateRow(first.subject(), first.one(), first.other() + " ")));
    }

    private static List<EventRow> caused(Captured captured) {
        Set<String> acknowledged =
                Set.copyOf(
                        captured.history().sendings().stream()
                                .filter(Sending::isOk)
                                .map(Sending::id)
                                .toList());
        return captured.rows().events().stream()
                .filter(event -> event.requestId() != null)
                .filter(event -> acknowledged.contains(Objects.requireNonNull(event.requestId())))
                .toList();
    }

    private static <T> List<T> tail(List<T> list) {
        return list.subList(1, list.size());
    }
}
