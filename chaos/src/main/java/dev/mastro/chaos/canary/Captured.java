package dev.mastro.chaos.canary;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.invariant.Invariants;
import dev.mastro.chaos.invariant.Violation;
import dev.mastro.chaos.rows.AnswerRow;
import dev.mastro.chaos.rows.EventRow;
import dev.mastro.chaos.rows.Rows;
import dev.mastro.chaos.rows.StateRow;
import dev.mastro.chaos.rows.TokenRow;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is known of one real run in which nothing was wrong. */
record Captured(History history, Rows rows, List<TokenRow> looks, Rows.Deep deep) {

    List<Violation> violations() {
        return Stream.concat(
                        Invariants.quick(history, new History(List.of()), rows, looks).stream(),
                        Invariants.deep(deep).stream())
                .toList();
    }

    Captured with(History other) {
        return new Captured(other, rows, looks, deep);
    }

    Captured with(Rows.Deep other) {
        return new Captured(history, rows, looks, other);
    }

    Captured with(Rows other) {
        return new Captured(history, other, looks, deep);
    }

    Captured withEvents(List<EventRow> events) {
        return with(changed(events, rows.answers()));
    }

    Captured withAnswers(List<AnswerRow> answers) {
        return with(changed(rows.events(), answers));
    }

    Captured withRemembered(List<StateRow> remembered) {
        return with(
                new Rows.Deep(
                        deep.mismatch(), deep.live(), deep.rebuilt(), deep.folded(), remembered));
    }

    private Rows changed(List<EventRow> events, List<AnswerRow> answers) {
        return new Rows(
                events,
                answers,
                rows.streams(),
                rows.places(),
                rows.posted(),
                rows.cash(),
                rows.applied(),
                rows.booked(),
                rows.series(),
                rows.stuck());
    }
}
