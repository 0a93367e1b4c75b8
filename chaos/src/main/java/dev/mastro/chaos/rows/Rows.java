package dev.mastro.chaos.rows;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the database holds of a run and, of the log's order, as a whole. */
public record Rows(
        List<EventRow> events,
        List<AnswerRow> answers,
        List<StreamRow> streams,
        List<PlaceRow> places,
        List<PostedRow> posted,
        List<CashRow> cash,
        List<AppliedRow> applied,
        List<BookedRow> booked,
        List<SeriesRow> series,
        List<StuckRow> stuck) {

    /**
     * What is looked at once for many runs, because it takes longer.
     *
     * @param mismatch the first place where the chain of hashes does not hold
     * @param live a print of the rows of each read model
     * @param rebuilt the same after each read the whole log again
     * @param folded states of read models beside the fold of the raw events
     * @param remembered answers from the memory of one node beside those of another
     */
    public record Deep(
            @Nullable String mismatch,
            Map<String, String> live,
            Map<String, String> rebuilt,
            List<StateRow> folded,
            List<StateRow> remembered) {}
}
