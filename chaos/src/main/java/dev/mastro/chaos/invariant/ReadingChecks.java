package dev.mastro.chaos.invariant;

import dev.mastro.chaos.rows.AppliedRow;
import dev.mastro.chaos.rows.BookedRow;
import dev.mastro.chaos.rows.StateRow;
import dev.mastro.chaos.rows.StuckRow;
import dev.mastro.chaos.rows.TokenRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What read models show, and that nothing waits for ever. */
public final class ReadingChecks {

    private static final int SHOWN = 120;

    private ReadingChecks() {}

    /** I8: each read model has the same rows before and after it was made again. */
    public static List<Violation> readModelsEqualARebuild(
            Map<String, String> live, Map<String, String> rebuilt) {
        if (live.isEmpty()) {
            return List.of(Invariant.I8.brokenBy("there is no read model"));
        }
        return live.entrySet().stream()
                .filter(table -> !Objects.equals(rebuilt.get(table.getKey()), table.getValue()))
                .map(table ->
                        Invariant.I8.brokenBy(
                                "%s had %s, made again it has %s"
                                        .formatted(
                                                table.getKey(),
                                                table.getValue(),
                                                rebuilt.get(table.getKey()))))
                .toList();
    }

    /**
     * I9: each event is there once. Where only its effect is kept, the effect is what the journal
     * has, whose lines I4 counts.
     */
    public static List<Violation> eachCountsOnce(List<AppliedRow> applied, List<BookedRow> booked) {
        return Stream.concat(
                        applied.stream().filter(row -> row.times() != 1),
                        booked.stream().filter(row -> row.shown() != row.booked()))
                .map(row -> Invariant.I9.brokenBy(row.toString()))
                .toList();
    }

    /** I10: whoever reads the log only goes on; {@code looks} are in the order of time. */
    public static List<Violation> readersNeverGoBack(List<TokenRow> looks) {
        record Reader(String name, int segment) {}
        if (looks.isEmpty()) {
            return List.of(Invariant.I10.brokenBy("no look at any reader succeeded"));
        }
        Map<Reader, Long> furthest = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (TokenRow look : looks) {
            Reader reader = new Reader(look.reader(), look.segment());
            long before = furthest.getOrDefault(reader, 0L);
            if (look.position() < before) {
                violations.add(Invariant.I10.brokenBy("%s was at %d".formatted(look, before)));
            }
            furthest.put(reader, look.position());
        }
        return violations;
    }

    /** I11: both ways come to the same state. */
    public static List<Violation> shownIsTheFold(List<StateRow> states) {
        return differing(Invariant.I11, states);
    }

    /** I13: nothing has waited for too long. */
    public static List<Violation> nothingIsStuck(List<StuckRow> stuck) {
        return stuck.stream().map(row -> Invariant.I13.brokenBy(row.toString())).toList();
    }

    /** I14: two nodes say the same of an account. */
    public static List<Violation> memoriesAgree(List<StateRow> remembered) {
        return differing(Invariant.I14, remembered);
    }

    private static List<Violation> differing(Invariant invariant, List<StateRow> states) {
        return states.stream()
                .filter(row -> !row.one().equals(row.other()))
                .map(row ->
                        invariant.brokenBy(
                                "%s differs: ...%s and ...%s"
                                        .formatted(
                                                row.subject(),
                                                fromTheDifference(row.one(), row.other()),
                                                fromTheDifference(row.other(), row.one()))))
                .toList();
    }

    private static String fromTheDifference(String one, String other) {
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int begin = Math.max(0, same - SHOWN / 2);
        return one.substring(begin, Math.min(one.length(), begin + SHOWN));
    }
}
