package dev.mastro.chaos.canary;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Request;
import dev.mastro.chaos.history.Role;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.invariant.Invariant;
import dev.mastro.chaos.rows.AppliedRow;
import dev.mastro.chaos.rows.EventRow;
import dev.mastro.chaos.rows.StateRow;
import dev.mastro.chaos.rows.TokenRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Bugs of which a real run is made to bear the marks, because the product has no such switch. */
final class FalseRecords {

    private static final String HOW = "its mark in the records of a real run; checkers only";

    private FalseRecords() {}

    static Map<Canary, UnaryOperator<Captured>> all() {
        Map<Canary, UnaryOperator<Captured>> canaries = new LinkedHashMap<>();
        put(
                canaries,
                1,
                "append without a transaction",
                FalseRecords::halfAppended,
                Invariant.I1,
                Invariant.I9);
        put(
                canaries,
                4,
                "projection in a transaction of its own",
                FalseRecords::appliedTwice,
                Invariant.I9);
        put(
                canaries,
                6,
                "answer stored outside of the unit of work",
                captured -> captured.withAnswers(tail(captured.rows().answers())),
                Invariant.I2);
        put(
                canaries,
                7,
                "body of a repeated key not compared",
                FalseRecords::saidYesToAnother,
                Invariant.I12);
        put(canaries, 15, "response before the commit", FalseRecords::lost, Invariant.I1);
        put(canaries, 17, "two nodes with one id", FalseRecords::wentBack, Invariant.I9);
        put(
                canaries,
                18,
                "a node decides by what it remembered of an earlier state",
                FalseRecords::otherMemory,
                Invariant.I14);
        return canaries;
    }

    private static void put(
            Map<Canary, UnaryOperator<Captured>> canaries,
            int number,
            String bug,
            UnaryOperator<Captured> planting,
            Invariant... expected) {
        canaries.put(new Canary(number, bug, HOW, Set.of(expected)), planting);
    }

    /** The first event of an acknowledged append is there, the last is not. */
    private static Captured halfAppended(Captured captured) {
        EventRow last = caused(captured).getLast();
        return captured.withEvents(
                captured.rows().events().stream().filter(event -> !event.equals(last)).toList());
    }

    private static Captured lost(Captured captured) {
        String sending = String.valueOf(caused(captured).getFirst().requestId());
        return captured.withEvents(
                captured.rows().events().stream()
                        .filter(event -> !sending.equals(event.requestId()))
                        .toList());
    }

    private static Captured appliedTwice(Captured captured) {
        AppliedRow first = captured.rows().applied().getFirst();
        AppliedRow twice = new AppliedRow(first.readModel(), first.position(), 2);
        return captured.withApplied(
                Stream.concat(Stream.of(twice), tail(captured.rows().applied()).stream()).toList());
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
                        first.sentAt(),
                        first.tookMillis());
        return captured.with(captured.history().and(new History(List.of(yes))));
    }

    private static Captured wentBack(Captured captured) {
        TokenRow last = captured.looks().getLast();
        TokenRow back = new TokenRow(last.reader(), last.segment(), last.position() - 1);
        return captured.with(Stream.concat(captured.looks().stream(), Stream.of(back)).toList());
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
