package dev.mastro.chaos.invariant;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.rows.Rows;
import dev.mastro.chaos.rows.TokenRow;
import java.util.List;
import java.util.stream.Stream;

/** All checks over what is known of a run. */
public final class Invariants {

    private Invariants() {}

    /**
     * Those that are looked at after every fault.
     *
     * @param history frozen before anything was healed
     * @param settling what was sent after that
     */
    public static List<Violation> quick(
            History history, History settling, Rows rows, List<TokenRow> looks) {
        History all = history.and(settling);
        return Stream.of(
                        CommandChecks.nothingIsLost(all, rows.events()),
                        CommandChecks.nothingHappensTwice(rows.events(), rows.answers()),
                        CommandChecks.refusedIsAbsent(all, rows.events()),
                        LogChecks.booksBalance(rows.posted(), rows.cash()),
                        LogChecks.streamsAreDense(rows.streams()),
                        LogChecks.numbersHaveNoGap(rows.series()),
                        LogChecks.positionsAreDense(rows.places()),
                        ReadingChecks.eachCountsOnce(rows.applied(), rows.booked()),
                        ReadingChecks.readersNeverGoBack(looks),
                        CommandChecks.sameKeySameAnswer(all),
                        ReadingChecks.nothingIsStuck(rows.stuck()),
                        CommandChecks.everythingIsSettled(settling))
                .flatMap(List::stream)
                .toList();
    }

    /** Those that take longer. */
    public static List<Violation> deep(Rows.Deep rows) {
        return Stream.of(
                        LogChecks.chainHolds(rows.mismatch()),
                        ReadingChecks.readModelsEqualARebuild(rows.live(), rows.rebuilt()),
                        ReadingChecks.shownIsTheFold(rows.folded()),
                        ReadingChecks.memoriesAgree(rows.remembered()))
                .flatMap(List::stream)
                .toList();
    }
}
