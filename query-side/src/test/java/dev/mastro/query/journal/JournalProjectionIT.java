package dev.mastro.query.journal;

import static dev.mastro.query.EveryFact.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.query.EveryFact;
import dev.mastro.query.RecordedFacts;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceVoided;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.LineReduced;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionStarted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalProjectionIT {

    private static final LocalDate LAST_DAY = LocalDate.parse("2025-05-10");

    private static final RecordedFacts LOG = new RecordedFacts();

    private final JournalProjection projection = new JournalProjection(LOG.jdbc(), LOG.writer());
    private final TrialBalances balances = new TrialBalances(LOG.jdbc());
    private final Journal journal = new Journal(LOG.jdbc(), LOG.moment(projection));

    @BeforeEach
    void the_story_happens() {
        LOG.startOver(projection);
        FirstInvoiceToRefund.facts().forEach(fact -> LOG.record(projection, fact));
    }

    @ParameterizedTest(name = "E2E-1 on {0}")
    @CsvSource({
        "2025-01-30, ''",
        "2025-01-31, 1010 195.08; 2000 -159.90; 2200 -35.18",
        "2025-02-14, 1010 214.59; 2000 -95.94; 2200 -38.70; 4000 -79.95",
        "2025-02-28, 1010 448.68; 2000 -191.88; 2200 -80.91; 4000 -175.89",
        "2025-03-15, 1010 494.02; 2000 -136.20; 2200 -89.08; 4000 -268.74",
        "2025-03-31, 1010 494.02; 1100 321.93; 2000 -263.88; 2200 -147.13; 4000 -404.94",
        "2025-04-05, 1010 554.02; 1100 261.93; 2000 -219.90; 2200 -147.13; 4000 -448.92",
        "2025-04-14, 1010 554.02; 1100 90.23; 2200 -116.17; 4000 -528.08",
        "2025-04-20, 1010 644.25; 2200 -116.17; 4000 -528.08",
        "2025-05-02, 1010 1619.64; 2000 -799.50; 2200 -292.06; 4000 -528.08",
        "2025-05-10, 1010 1619.64; 2000 -781.98; 2200 -292.06; 4000 -545.60",
        "2026-05-02, 1010 1619.64; 2200 -292.06; 4000 -1327.58"
    })
    void the_trial_balance_is_that_of_the_example(LocalDate asOf, String expected) {
        TrialBalance balance = balances.at(asOf, null, Optional.of(CurrencyUnit.EUR));

        assertThat(standing(balance)).isEqualTo(expected);
        assertThat(balance.balanced()).isTrue();
        assertThat(balance.books())
                .allSatisfy(book -> assertThat(book.difference()).isEqualTo("0.00"));
    }

    @Test
    void the_journal_is_that_of_the_example() {
        assertThat(told(JournalQuery.between(LocalDate.parse("2025-01-01"), LAST_DAY)))
                .containsExactly(
                        "2025-01-31 1100 195.08 / 2000 159.90; 2200 35.18",
                        "2025-01-31 1010 195.08 / 1100 195.08",
                        "2025-02-14 2000 79.95 / 4000 79.95",
                        "2025-02-14 1100 19.51; 2000 79.95; 2200 17.59 / 2000 95.94; 2200 21.11",
                        "2025-02-14 1010 19.51 / 1100 19.51",
                        "2025-02-28 2000 95.94 / 4000 95.94",
                        "2025-02-28 1100 234.09 / 2000 191.88; 2200 42.21",
                        "2025-02-28 1010 234.09 / 1100 234.09",
                        "2025-03-15 2000 92.85 / 4000 92.85",
                        "2025-03-15 1100 45.34; 2000 99.03; 2200 21.79 / 2000 136.20; 2200 29.96",
                        "2025-03-15 1010 45.34 / 1100 45.34",
                        "2025-03-31 2000 136.20 / 4000 136.20",
                        "2025-03-31 1100 321.93 / 2000 263.88; 2200 58.05",
                        "2025-04-05 1010 60.00 / 1100 60.00",
                        "2025-04-14 2000 123.14 / 4000 123.14",
                        "2025-04-14 2000 140.74; 2200 30.96 / 1100 171.70",
                        "2025-04-20 1010 90.23 / 1100 90.23",
                        "2025-05-02 1100 975.39 / 2000 799.50; 2200 175.89",
                        "2025-05-02 1010 975.39 / 1100 975.39",
                        "2025-05-10 2000 17.52 / 4000 17.52");
    }

    @Test
    void the_entries_of_any_dates_are_what_changed_between_two_trial_balances() {
        LocalDate from = LocalDate.parse("2025-02-20");
        LocalDate to = LocalDate.parse("2025-04-10");

        Map<String, Long> moved =
                journal.entries(JournalQuery.between(from, to)).stream()
                        .flatMap(entry -> entry.postings().stream())
                        .collect(
                                Collectors.groupingBy(
                                        JournalItem.Line::code,
                                        Collectors.summingLong(JournalProjectionIT::signed)));

        for (String code : List.of("1010", "1100", "2000", "2200", "4000")) {
            assertThat(moved.getOrDefault(code, 0L))
                    .as(code)
                    .isEqualTo(balance(to, code) - balance(from.minusDays(1), code));
        }
    }

    @Test
    void pages_put_together_are_the_whole_journal() {
        JournalQuery all = JournalQuery.between(LocalDate.parse("2025-01-01"), LAST_DAY);
        List<JournalItem> whole = journal.entries(all);
        List<JournalItem> pieces = new ArrayList<>();
        JournalCursor after = JournalCursor.START;
        List<JournalItem> page = journal.entries(all.page(after, 3));
        while (!page.isEmpty()) {
            pieces.addAll(page);
            after = JournalCursor.parse(JournalCursor.at(page.getLast()).toString());
            page = journal.entries(all.page(after, 3));
        }

        assertThat(pieces).isEqualTo(whole).hasSize(20);
    }

    @Test
    void another_account_has_another_journal() {
        JournalQuery all = JournalQuery.between(LocalDate.parse("2025-01-01"), LAST_DAY);

        assertThat(journal.entries(all.of(ACCOUNT.value()))).hasSize(20);
        assertThat(journal.entries(all.of(new UUID(9, 9)))).isEmpty();
    }

    @Test
    void what_was_recorded_later_does_not_count_for_who_did_not_know_it() {
        Instant beforeTheDowngrade = Instant.parse("2025-04-13T12:00:00Z");
        TrialBalance known =
                balances.at(LocalDate.parse("2025-04-14"), beforeTheDowngrade, Optional.empty());

        assertThat(standing(known))
                .isEqualTo("1010 554.02; 1100 261.93; 2000 -140.74; 2200 -147.13; 4000 -528.08");
    }

    @Test
    void a_rebuild_in_other_batches_gives_the_same_rows() {
        String postings = LOG.content("journal_posting", "position, line");
        String lines = LOG.content("revenue_line", "position");

        LOG.replay(projection, 7);

        assertThat(LOG.content("journal_posting", "position, line")).isEqualTo(postings);
        assertThat(LOG.content("revenue_line", "position")).isEqualTo(lines).contains("2025-04-14");
    }

    @Test
    void a_voided_invoice_leaves_no_revenue() {
        LOG.record(
                projection,
                new InvoiceVoided(
                        new InvoiceId(new UUID(1, 6)),
                        ACCOUNT,
                        EveryFact.eur("799.50"),
                        EveryFact.eur("175.89"),
                        "in error",
                        LAST_DAY));

        assertThat(standing(balances.at(LAST_DAY, null, Optional.empty())))
                .isEqualTo("1010 1619.64; 1100 -975.39; 2200 -116.17; 4000 -528.08");
    }

    @Test
    void a_line_that_is_given_back_in_part_earns_the_rest_from_then_on() {
        LOG.record(projection, reduced(6, "365.00", LAST_DAY));

        assertThat(balance(LAST_DAY.minusDays(1), "4000")).isEqualTo(-54341);
        assertThat(balance(LAST_DAY, "4000")).isEqualTo(-52808 - 952);
        assertThat(balance(LAST_DAY.plusYears(1), "4000")).isEqualTo(-52808 - 43450);
        String lines = LOG.content("revenue_line", "position");
        LOG.replay(projection, 5);
        assertThat(LOG.content("revenue_line", "position")).isEqualTo(lines);
    }

    @Test
    void a_line_that_was_closed_earns_less_from_the_day_on_which_it_is_given_back() {
        LOG.record(projection, reduced(5, "23.14", LAST_DAY));

        assertThat(balance(LAST_DAY.minusDays(1), "4000")).isEqualTo(-54341);
        assertThat(balance(LAST_DAY.plusYears(1), "4000")).isEqualTo(-52808 - 79950 + 2314);
    }

    @Test
    void what_was_given_back_later_does_not_count_for_who_did_not_know_it() {
        LOG.record(projection, reduced(6, "365.00", LAST_DAY));
        Instant before = Instant.parse(LAST_DAY + "T11:00:00Z");

        TrialBalance then = balances.at(LAST_DAY.plusYears(1), before, Optional.empty());

        assertThat(standing(then)).contains("4000 -1327.58");
    }

    private static LineReduced reduced(int invoice, String net, LocalDate on) {
        return new LineReduced(
                EveryFact.SUBSCRIPTION,
                ACCOUNT,
                new InvoiceId(new UUID(1, invoice)),
                1,
                EveryFact.eur(net),
                EveryFact.eur("0.00"),
                on);
    }

    @Test
    void closing_a_line_that_is_not_open_stops_the_projection() {
        LedgerEvent adjusted = FirstInvoiceToRefund.facts().get(3);

        assertThatThrownBy(() -> LOG.record(projection, adjusted))
                .hasStackTraceContaining("revenue_line");
    }

    @Test
    void one_month_products_earn_on_an_account_of_their_own() {
        ActiveLine line =
                new ActiveLine(
                        new InvoiceId(new UUID(1, 7)),
                        1,
                        new BillingPeriod(LAST_DAY, LAST_DAY.plusMonths(1)),
                        EveryFact.eur("99.00"),
                        EveryFact.eur("21.78"),
                        EveryFact.VAT_22);
        LOG.record(
                projection,
                new SubscriptionStarted(
                        EveryFact.SUBSCRIPTION,
                        ACCOUNT,
                        new SubscribedProduct(
                                "webinar-500-once", BillingCycle.ONE_MONTH, 1, line.net()),
                        LAST_DAY,
                        line,
                        Instant.parse("2025-06-10T12:00:00Z"),
                        LAST_DAY));

        assertThat(balance(LAST_DAY.plusMonths(1), "4010")).isEqualTo(-9900);
    }

    @Test
    void only_facts_without_postings_are_left_unread() {
        assertThat(EveryFact.all())
                .filteredOn(fact -> JournalProjection.SILENT.contains(fact.getClass()))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(PostingRules.postingsFor(fact)).isEmpty())
                .filteredOn(SubscriptionEvent.class::isInstance)
                .extracting(SubscriptionEvent.class::cast)
                .allSatisfy(fact -> assertThat(RevenueRules.openedBy(fact)).isEmpty())
                .allSatisfy(fact -> assertThat(RevenueRules.closedBy(fact)).isEmpty());
    }

    private static String standing(TrialBalance balance) {
        return balance.books().stream()
                .flatMap(book -> book.accounts().stream())
                .filter(account -> !account.balance().isZero())
                .map(account -> account.code() + " " + signed(account))
                .collect(Collectors.joining("; "));
    }

    private static String signed(TrialBalance.Balance account) {
        String sign = account.side() == Side.CREDIT ? "-" : "";
        return sign + account.balance().getAmount();
    }

    private static long signed(JournalItem.Line line) {
        long minor = line.amount().getAmountMinorLong();
        return line.side() == Side.DEBIT ? minor : -minor;
    }

    private long balance(LocalDate asOf, String code) {
        return balances.at(asOf, null, Optional.empty()).books().getFirst().accounts().stream()
                .filter(account -> account.code().equals(code))
                .mapToLong(account -> account.debit().minus(account.credit()).getAmountMinorLong())
                .sum();
    }

    private List<String> told(JournalQuery query) {
        return journal.entries(query).stream()
                .map(entry ->
                        entry.date()
                                + " "
                                + side(entry, Side.DEBIT)
                                + " / "
                                + side(entry, Side.CREDIT))
                .toList();
    }

    private static String side(JournalItem entry, Side side) {
        return entry.postings().stream()
                .filter(line -> line.side() == side)
                .map(line -> line.code() + " " + line.amount().getAmount())
                .collect(Collectors.joining("; "));
    }
}
