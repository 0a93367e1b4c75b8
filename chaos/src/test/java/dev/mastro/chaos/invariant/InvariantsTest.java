package dev.mastro.chaos.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Request;
import dev.mastro.chaos.history.Role;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.rows.AnswerRow;
import dev.mastro.chaos.rows.AppliedRow;
import dev.mastro.chaos.rows.BookedRow;
import dev.mastro.chaos.rows.CashRow;
import dev.mastro.chaos.rows.EventRow;
import dev.mastro.chaos.rows.PlaceRow;
import dev.mastro.chaos.rows.PostedRow;
import dev.mastro.chaos.rows.SeriesRow;
import dev.mastro.chaos.rows.StateRow;
import dev.mastro.chaos.rows.StreamRow;
import dev.mastro.chaos.rows.StuckRow;
import dev.mastro.chaos.rows.TokenRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvariantsTest {

    private static final String RECEIPT =
            """
            {"events": [{"type": "CreditGranted", "subject": "a", "sequence": 3}]}
            """;

    private static final EventRow EVENT = event(7, 3, "#1");

    private static final History ACKNOWLEDGED = history(sending("#1", 201, RECEIPT));

    @Test
    void i1_finds_an_acknowledged_event_that_is_not_there() {
        assertThat(CommandChecks.nothingIsLost(ACKNOWLEDGED, List.of(EVENT))).isEmpty();
        assertBroken(Invariant.I1, CommandChecks.nothingIsLost(ACKNOWLEDGED, List.of()));
    }

    @Test
    void i2_finds_a_key_that_took_effect_by_two_sendings() {
        List<AnswerRow> answers = List.of(new AnswerRow("a", "key", 201, RECEIPT));

        assertThat(CommandChecks.nothingHappensTwice(List.of(EVENT), answers)).isEmpty();
        assertBroken(
                Invariant.I2,
                CommandChecks.nothingHappensTwice(List.of(EVENT, event(8, 4, "#2")), answers));
    }

    @Test
    void i2_finds_a_sending_that_took_effect_twice() {
        assertBroken(
                Invariant.I2,
                CommandChecks.nothingHappensTwice(
                        List.of(EVENT, event(8, 4, "#1")),
                        List.of(new AnswerRow("a", "key", 201, RECEIPT))));
    }

    @Test
    void i2_finds_two_answers_and_events_without_an_answer() {
        AnswerRow answer = new AnswerRow("a", "key", 201, RECEIPT);

        assertBroken(
                Invariant.I2,
                CommandChecks.nothingHappensTwice(List.of(EVENT), List.of(answer, answer)));
        assertBroken(Invariant.I2, CommandChecks.nothingHappensTwice(List.of(EVENT), List.of()));
    }

    @Test
    void i2_finds_a_payment_that_is_there_twice() {
        List<EventRow> twice =
                List.of(
                        new EventRow(1, "a", 1, "PaymentReceived", null, null, "bank-1"),
                        new EventRow(2, "a", 2, "PaymentReceived", null, null, "bank-1"));

        assertBroken(Invariant.I2, CommandChecks.nothingHappensTwice(twice, List.of()));
    }

    @Test
    void i3_finds_an_event_of_a_sending_that_was_refused() {
        History refused = history(sending("#1", 422, "{}"));

        assertThat(CommandChecks.refusedIsAbsent(refused, List.of(event(7, 3, "#2")))).isEmpty();
        assertBroken(Invariant.I3, CommandChecks.refusedIsAbsent(refused, List.of(EVENT)));
    }

    @Test
    void i4_finds_an_entry_that_does_not_balance_or_lacks_a_line() {
        PostedRow whole = new PostedRow(1, "EUR", 0, 2, 2);

        assertThat(LogChecks.booksBalance(List.of(whole), List.of())).isEmpty();
        assertBroken(
                Invariant.I4,
                LogChecks.booksBalance(List.of(new PostedRow(1, "EUR", 5, 2, 2)), List.of()));
        assertBroken(
                Invariant.I4,
                LogChecks.booksBalance(List.of(new PostedRow(1, "EUR", 0, 2, 3)), List.of()));
    }

    @Test
    void i4_finds_money_that_the_journal_does_not_have() {
        assertBroken(
                Invariant.I4, LogChecks.booksBalance(List.of(), List.of(new CashRow(9, 700, 699))));
    }

    @Test
    void i5_finds_a_hole_a_repeat_and_a_stream_without_beginning() {
        assertThat(LogChecks.streamsAreDense(List.of(new StreamRow("a", 0, 4, 5)))).isEmpty();
        for (StreamRow wrong :
                List.of(
                        new StreamRow("hole", 0, 5, 5),
                        new StreamRow("repeat", 0, 4, 6),
                        new StreamRow("headless", 1, 4, 4))) {
            assertBroken(Invariant.I5, LogChecks.streamsAreDense(List.of(wrong)));
        }
    }

    @Test
    void i5_finds_a_number_that_no_document_or_that_two_have() {
        assertThat(LogChecks.numbersHaveNoGap(List.of(new SeriesRow("INV", 4, 4, 4)))).isEmpty();
        assertBroken(
                Invariant.I5, LogChecks.numbersHaveNoGap(List.of(new SeriesRow("gap", 4, 3, 3))));
        assertBroken(
                Invariant.I5, LogChecks.numbersHaveNoGap(List.of(new SeriesRow("twice", 4, 4, 3))));
    }

    @Test
    void i6_finds_a_hole_a_repeat_an_event_without_position_and_a_position_without_event() {
        assertThat(places(place(5, 1L), place(3, 2L))).isEmpty();
        assertBroken(Invariant.I6, places(place(5, 1L), place(6, 3L)));
        assertBroken(Invariant.I6, places(place(5, 1L), place(6, 1L)));
        assertBroken(Invariant.I6, places(place(5, 1L), new PlaceRow(6L, null)));
        assertBroken(Invariant.I6, places(new PlaceRow(null, 1L)));
    }

    @Test
    void i7_says_where_the_chain_breaks() {
        assertThat(LogChecks.chainHolds(null)).isEmpty();
        assertBroken(Invariant.I7, LogChecks.chainHolds("position 3: another event"));
    }

    @Test
    void i8_finds_a_read_model_that_differs_from_its_rebuild_and_that_there_is_none() {
        Map<String, String> live = Map.of("journal_posting", "5 rows x");

        assertThat(ReadingChecks.readModelsEqualARebuild(live, live)).isEmpty();
        assertBroken(
                Invariant.I8,
                ReadingChecks.readModelsEqualARebuild(live, Map.of("journal_posting", "6 rows y")));
        assertBroken(Invariant.I8, ReadingChecks.readModelsEqualARebuild(live, Map.of()));
        assertBroken(Invariant.I8, ReadingChecks.readModelsEqualARebuild(Map.of(), Map.of()));
    }

    @Test
    void i9_finds_an_event_that_counts_twice_or_never() {
        assertThat(ReadingChecks.eachCountsOnce(List.of(applied(1)), List.of())).isEmpty();
        assertBroken(Invariant.I9, ReadingChecks.eachCountsOnce(List.of(applied(2)), List.of()));
        assertBroken(Invariant.I9, ReadingChecks.eachCountsOnce(List.of(applied(0)), List.of()));
    }

    @Test
    void i9_finds_a_state_in_which_an_event_counts_twice() {
        BookedRow once = new BookedRow("credits", "a", 300, 300);
        BookedRow spentTwice = new BookedRow("credits", "a", 200, 300);

        assertThat(ReadingChecks.eachCountsOnce(List.of(), List.of(once))).isEmpty();
        assertBroken(
                Invariant.I9, ReadingChecks.eachCountsOnce(List.of(), List.of(once, spentTwice)));
    }

    @Test
    void i10_finds_a_reader_that_went_back_and_that_nobody_looked() {
        TokenRow earlier = new TokenRow("journal", 0, 10);
        TokenRow later = new TokenRow("journal", 0, 12);

        assertThat(ReadingChecks.readersNeverGoBack(List.of(earlier, earlier, later))).isEmpty();
        assertBroken(Invariant.I10, ReadingChecks.readersNeverGoBack(List.of(later, earlier)));
        assertBroken(Invariant.I10, ReadingChecks.readersNeverGoBack(List.of()));
    }

    @Test
    void i11_and_i14_find_two_ways_that_do_not_agree() {
        List<StateRow> differing = List.of(new StateRow("account a", "{}", "{\"x\":1}"));

        assertThat(ReadingChecks.shownIsTheFold(List.of(new StateRow("a", "{}", "{}")))).isEmpty();
        assertBroken(Invariant.I11, ReadingChecks.shownIsTheFold(differing));
        assertBroken(Invariant.I14, ReadingChecks.memoriesAgree(differing));
    }

    @Test
    void i12_finds_a_key_with_two_answers_and_one_that_said_yes_to_something_else() {
        History twoAnswers = history(sending("#1", 201, RECEIPT), sending("#2", 201, "{}"));
        Sending other =
                new Sending(
                        "#2",
                        Role.CHANGED,
                        new Request("a", "/accounts/a/credits", "key", "{\"other\": 1}"),
                        "command-1",
                        201,
                        RECEIPT,
                        true,
                        false,
                        0,
                        1);

        assertThat(CommandChecks.sameKeySameAnswer(history(sending("#1", 201, RECEIPT)))).isEmpty();
        assertBroken(Invariant.I12, CommandChecks.sameKeySameAnswer(twoAnswers));
        assertBroken(
                Invariant.I12,
                CommandChecks.sameKeySameAnswer(history(sending("#1", 201, RECEIPT), other)));
    }

    @Test
    void i13_finds_what_is_stuck_and_keys_without_a_definite_end() {
        assertBroken(
                Invariant.I13,
                ReadingChecks.nothingIsStuck(List.of(new StuckRow("dead letter", "1"))));
        assertBroken(
                Invariant.I13,
                CommandChecks.everythingIsSettled(history(sending("#1", 503, "{}"))));
    }

    private static void assertBroken(Invariant expected, List<Violation> found) {
        assertThat(found).isNotEmpty();
        assertThat(found).extracting(Violation::invariant).containsOnly(expected);
    }

    private static List<Violation> places(PlaceRow... places) {
        return LogChecks.positionsAreDense(List.of(places));
    }

    private static PlaceRow place(long index, long position) {
        return new PlaceRow(index, position);
    }

    private static AppliedRow applied(long times) {
        return new AppliedRow("timeline", 1, times);
    }

    private static EventRow event(long index, long sequence, String sending) {
        return new EventRow(index, "a", sequence, "CreditGranted", "key", sending, null);
    }

    private static History history(Sending... sendings) {
        return new History(List.of(sendings));
    }

    private static Sending sending(String id, int status, @Nullable String answer) {
        return new Sending(
                id,
                Role.FIRST,
                new Request("a", "/accounts/a/credits", "key", "{}"),
                "command-1",
                status,
                answer,
                false,
                false,
                0,
                1);
    }
}
