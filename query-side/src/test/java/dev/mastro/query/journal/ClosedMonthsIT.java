package dev.mastro.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.RecordedFacts;
import dev.mastro.query.Story;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.shared.books.BooksClosed;
import dev.mastro.shared.books.BooksEvent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BT-2: a closed month stays as it is, and what comes late is posted in the first open one. */
class ClosedMonthsIT {

    private static final LocalDate MARCH_5 = LocalDate.parse("2025-03-05");
    private static final LocalDate MARCH_31 = LocalDate.parse("2025-03-31");
    private static final LocalDate APRIL_30 = LocalDate.parse("2025-04-30");
    private static final BooksClosed CLOSED =
            new BooksClosed(
                    BooksEvent.ID, YearMonth.parse("2025-03"), LocalDate.parse("2025-04-02"));

    private final RecordedFacts facts = new RecordedFacts();
    private final JournalProjection projection =
            new JournalProjection(facts.jdbc(), facts.writer());
    private final TrialBalances balances = new TrialBalances(facts.jdbc());
    private final Journal journal = new Journal(facts.jdbc(), facts.moment(projection));
    private final Story onTime = new Story(1);
    private final Story late = new Story(2);

    @Test
    void bt_2_a_late_fact_is_posted_on_the_first_open_day_and_keeps_its_own() {
        projection.project(before());
        String march = books(MARCH_31);

        projection.project(List.of(facts.record(CLOSED)));
        projection.project(after());

        assertThat(books(MARCH_31)).isEqualTo(march);
        List<JournalItem> april = entries(LocalDate.parse("2025-04-01"), APRIL_30);
        JournalItem invoice =
                april.stream()
                        .filter(one -> one.event().equals("InvoiceIssued"))
                        .findFirst()
                        .orElseThrow();
        assertThat(invoice.date()).isEqualTo("2025-04-01");
        assertThat(invoice.serviceDate()).isEqualTo(MARCH_5);
        assertThat(invoice.isLate()).isTrue();
        assertThat(april).allMatch(one -> !one.date().isBefore(LocalDate.parse("2025-04-01")));
    }

    @Test
    void bt_2_what_the_late_line_earned_in_a_closed_month_is_earned_in_the_open_one() {
        projection.project(before());
        long march = earned(MARCH_31);
        projection.project(List.of(facts.record(CLOSED)));
        projection.project(after());

        assertThat(earned(MARCH_31)).isEqualTo(march);
        assertThat(earned(LocalDate.parse("2025-05-31"))).isEqualTo(2 * 26388);
        assertThat(
                        entries(LocalDate.parse("2025-04-01"), APRIL_30).stream()
                                .filter(JournalItem::derived))
                .allMatch(one -> one.date().getMonthValue() == 4);
    }

    /** Two readers of the log, and the one who closes comes last, or first. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_place_in_the_log_decides_and_not_who_reads_it_first(boolean closesFirst) {
        projection.project(before());
        List<RecordedEvent> closing = List.of(facts.record(CLOSED));
        List<RecordedEvent> lateFacts = after();

        projection.project(closesFirst ? closing : lateFacts);
        projection.project(closesFirst ? lateFacts : closing);

        String rows = facts.content("journal_posting", "position, line");
        String lines = facts.content("revenue_line", "position");
        facts.replay(projection, 500);
        assertThat(facts.content("journal_posting", "position, line")).isEqualTo(rows);
        assertThat(facts.content("revenue_line", "position")).isEqualTo(lines);
        assertThat(rows).contains("2025-04-01");
    }

    @Test
    void what_was_recorded_before_the_closing_stays_in_its_month() {
        List<RecordedEvent> early = before();
        RecordedEvent closing = facts.record(CLOSED);

        projection.project(List.of(closing));
        projection.project(early);

        assertThat(facts.content("journal_posting", "position, line")).doesNotContain("2025-04");
    }

    private List<RecordedEvent> before() {
        return sold(onTime);
    }

    private List<RecordedEvent> after() {
        return sold(late);
    }

    private List<RecordedEvent> sold(Story story) {
        return Stream.of(
                        story.opened(MARCH_5),
                        story.ordered(MARCH_5, LocalDate.parse("2025-04-05")))
                .flatMap(Stream::of)
                .map(facts::record)
                .toList();
    }

    private String books(LocalDate asOf) {
        return balances.at(asOf, null, Optional.empty()).toString();
    }

    private long earned(LocalDate asOf) {
        return facts.jdbc()
                .sql("SELECT sum(revenue_earned(line, closed_on, ?)) FROM revenue_line AS line")
                .param(asOf)
                .query(Long.class)
                .single();
    }

    private List<JournalItem> entries(LocalDate from, LocalDate to) {
        return journal.entries(JournalQuery.between(from, to));
    }
}
