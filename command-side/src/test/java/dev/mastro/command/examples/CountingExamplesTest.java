package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.ANNUAL;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.file.EditedSeller;
import dev.mastro.command.ordering.Quote;
import dev.mastro.command.ordering.QuoteToken;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DC-1 and RD-2 with every way in which a seller may count days and round halves. */
class CountingExamplesTest {

    @ParameterizedTest(name = "DC-1, {0}")
    @CsvSource({
        "ACTUAL_DAYS, 79.95, 87.95, 8.00",
        "THIRTY_DAY_MONTH, 74.62, 82.08, 7.46",
        "PER_SECOND, 77.57, 85.33, 7.76"
    })
    void dc_1_each_count_has_its_own_figures(
            String count, String credit, String charge, String due) {
        BookFixture account = counting(count);
        account.at("2025-02-01T05:00:00Z").start("pro", MONTHLY, 10);

        Step step = account.at("2025-02-15T15:00:00Z").total(11);

        assertThat(step.credit()).isEqualTo(credit);
        assertThat(step.charge()).isEqualTo(charge);
        assertThat(step.due()).isEqualTo(due);
    }

    @ParameterizedTest(name = "DC-1, {0}")
    @CsvSource({
        "ACTUAL_DAYS, 108.50, 108.50",
        "THIRTY_DAY_MONTH, 101.27, 101.27",
        "PER_SECOND, 108.50, 108.50"
    })
    void dc_1_deferred_revenue_is_counted_like_the_credit(
            String count, String deferred, String credit) {
        BookFixture account = counting(count);
        account.at("2025-02-01T05:00:00Z").start("pro", MONTHLY, 10);
        var line = account.subscription().line();

        assertThat(Step.text(line.deferredOn(LocalDate.parse("2025-02-10")))).isEqualTo(deferred);
        assertThat(account.at("2025-02-10T05:00:00Z").total(11).credit()).isEqualTo(credit);
        assertThat(line.deferredOn(LocalDate.parse("2025-02-01"))).isEqualTo(line.net());
        assertThat(line.deferredOn(LocalDate.parse("2025-03-01")).isZero()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ACTUAL_DAYS", "THIRTY_DAY_MONTH", "PER_SECOND"})
    void a_whole_period_costs_its_price_and_a_line_closed_at_once_is_given_back(String count) {
        BookFixture account = counting(count);

        Step start = account.at("2025-01-31T15:30:00Z").start("pro", ANNUAL, 10);
        Step more = account.at("2025-01-31T15:30:00Z").total(11);

        assertThat(start.charge()).isEqualTo("1599.00");
        assertThat(more.credit()).isEqualTo("1599.00");
        assertThat(more.due()).isEqualTo("159.90");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ACTUAL_DAYS", "THIRTY_DAY_MONTH", "PER_SECOND"})
    void renewals_cost_the_whole_price(String count) {
        BookFixture account = counting(count);
        account.at("2025-01-31T15:30:00Z").start("pro", MONTHLY, 10);

        assertThat(account.on("2025-02-28").periodEnd().due()).isEqualTo("159.90");
        assertThat(account.on("2025-03-31").periodEnd().due()).isEqualTo("159.90");
    }

    @Test
    void thirty_days_count_for_every_month_of_a_year() {
        BookFixture account = counting("THIRTY_DAY_MONTH");
        account.at("2025-01-01T05:00:00Z").start("pro", ANNUAL, 10);

        Step step = account.on("2025-12-02").total(11);

        assertThat(step.credit()).isEqualTo("133.25");
        assertThat(step.charge()).isEqualTo("146.58");
    }

    @Test
    void a_line_in_seconds_says_so_and_drains_to_nothing() {
        BookFixture account = counting("PER_SECOND");
        account.at("2025-02-01T05:00:00Z").start("pro", MONTHLY, 10);

        Quote quote =
                account.at("2025-02-15T15:00:00Z")
                        .preview(Changes.total(account.subscription(), 11));

        assertThat(quote.lines())
                .extracting(line -> line.description())
                .containsExactly(
                        "Credit for pro: 10 licences, 1173600 of 2419200 seconds",
                        "pro: 11 licences, 1173600 of 2419200 seconds");
    }

    @Test
    void an_order_in_seconds_costs_what_its_quote_said() {
        BookFixture account = counting("PER_SECOND");
        account.at("2025-02-01T05:00:00Z").start("pro", MONTHLY, 10);
        var change = Changes.total(account.subscription(), 11);
        Quote quote = account.at("2025-02-15T15:00:00Z").preview(change);

        Steps later = account.at("2025-02-15T23:00:00Z");
        Step placed =
                later.place(
                        QuoteToken.parse(quote.token(), BookFixture.ACCOUNT),
                        later.pay(quote.amounts().due()),
                        change);

        assertThat(placed.due()).isEqualTo("7.76");
        assertThat(later.preview(Changes.total(account.subscription(), 12)).amounts().due())
                .hasToString("USD 7.56");
    }

    @ParameterizedTest(name = "RD-2, {0}")
    @CsvSource({"HALF_UP, 23.99, 23.98", "HALF_EVEN, 23.98, 23.99"})
    void rd_2_half_a_cent_goes_where_the_seller_says(
            String rounding, String credit, String earned) {
        BookFixture account =
                new BookFixture(
                        EditedSeller.of("zoom", "rounding: HALF_UP", "rounding: " + rounding),
                        BookFixture.profile("zoom", "US", "USD", "America/New_York"));
        account.on("2025-06-01").start("pro", MONTHLY, 3);

        Step step = account.on("2025-06-16").total(4);

        assertThat(step.credit()).isEqualTo(credit);
        assertThat(Earned.segments(account).getFirst()).isEqualTo(earned);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"HALF_UP, 23.99", "HALF_EVEN, 23.98"})
    void tax_is_rounded_like_everything_else(String rounding, String tax) {
        BookFixture account =
                new BookFixture(
                        EditedSeller.of(
                                "zoom",
                                "rounding: HALF_UP",
                                "rounding: " + rounding,
                                "country: FR, from: 2015-01-01, percent: 20",
                                "country: FR, from: 2015-01-01, percent: 25"),
                        BookFixture.profile("zoom", "FR", "EUR", "Europe/Paris"));

        assertThat(account.on("2025-06-01").start("pro", MONTHLY, 6).tax()).isEqualTo(tax);
    }

    @Test
    void a_period_is_counted_to_its_end_as_it_was_begun() {
        BookFixture account =
                new BookFixture(
                        EditedSeller.changedFrom(
                                "zoom",
                                "2025-02-10",
                                "dayCount: ACTUAL_DAYS",
                                "dayCount: THIRTY_DAY_MONTH"),
                        BookFixture.profile("zoom", "US", "USD", "America/New_York"));
        account.on("2025-02-01").start("pro", MONTHLY, 10);

        assertThat(account.on("2025-02-15").total(11).due()).isEqualTo("8.00");
        account.on("2025-03-01").periodEnd();
        assertThat(account.on("2025-03-15").total(12).credit()).isEqualTo("99.67");
    }

    private static BookFixture counting(String count) {
        return new BookFixture(
                EditedSeller.of("zoom", "dayCount: ACTUAL_DAYS", "dayCount: " + count),
                BookFixture.profile("zoom", "US", "USD", "America/New_York"));
    }
}
