package dev.mastro.chaos.invariant;

import dev.mastro.chaos.rows.CashRow;
import dev.mastro.chaos.rows.PlaceRow;
import dev.mastro.chaos.rows.PostedRow;
import dev.mastro.chaos.rows.SeriesRow;
import dev.mastro.chaos.rows.StreamRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The log by itself, and the books that follow from it. */
public final class LogChecks {

    private LogChecks() {}

    /** I4: each entry is zero in each currency, with all its lines, and cash is what came in. */
    public static List<Violation> booksBalance(List<PostedRow> posted, List<CashRow> cash) {
        Stream<Violation> entries =
                posted.stream()
                        .filter(row -> row.sum() != 0 || row.lines() != row.lastLine())
                        .map(row -> Invariant.I4.brokenBy("an entry does not balance: " + row));
        Stream<Violation> payments =
                cash.stream()
                        .filter(row -> row.received() != row.posted())
                        .map(row -> Invariant.I4.brokenBy("the journal has other money: " + row));
        return Stream.concat(entries, payments).toList();
    }

    /** I5: sequence numbers run from 0 without hole or repeat. */
    public static List<Violation> streamsAreDense(List<StreamRow> streams) {
        return streams.stream()
                .filter(row -> row.first() != 0 || row.last() != row.events() - 1)
                .map(row -> Invariant.I5.brokenBy("not dense: " + row))
                .toList();
    }

    /** I5 for numbers that accounts share: each up to the last is that of one document. */
    public static List<Violation> numbersHaveNoGap(List<SeriesRow> series) {
        return series.stream()
                .filter(row -> row.documents() != row.last() || row.numbers() != row.last())
                .map(row -> Invariant.I5.brokenBy("numbers with gaps or twice: " + row))
                .toList();
    }

    /** I6: positions run from 1 without hole or repeat, one for each event. */
    public static List<Violation> positionsAreDense(List<PlaceRow> places) {
        List<Violation> violations = new ArrayList<>();
        long expected = 1;
        for (PlaceRow place : places) {
            Long position = place.position();
            if (position == null) {
                violations.add(
                        Invariant.I6.brokenBy("event %s has no position".formatted(place.index())));
                continue;
            }
            if (place.index() == null) {
                violations.add(
                        Invariant.I6.brokenBy("position %s has no event".formatted(position)));
            }
            if (position != expected) {
                violations.add(
                        Invariant.I6.brokenBy(
                                "position %s where %s was expected".formatted(position, expected)));
            }
            expected = position + 1;
        }
        return violations;
    }

    /** I7: whoever computes the chain again comes to the same. */
    public static List<Violation> chainHolds(@Nullable String mismatch) {
        return mismatch == null ? List.of() : List.of(Invariant.I7.brokenBy(mismatch));
    }
}
