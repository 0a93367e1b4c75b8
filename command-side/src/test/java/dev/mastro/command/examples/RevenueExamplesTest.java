package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.calendar.BillingPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RD-1, RD-2, RD-3 and RD-8. */
class RevenueExamplesTest {

    private static final LocalDate START = LocalDate.parse("2025-01-01");
    private static final BillingPeriod DAYS_31 = new BillingPeriod(START, START.plusDays(31));
    private static final BillingPeriod DAYS_30 = new BillingPeriod(START, START.plusDays(30));

    @ParameterizedTest(name = "{0} after {2} days: {3}")
    @CsvSource({
        "RD-1, USD 100.00, 1, 96.77",
        "RD-1, USD 100.00, 2, 93.55",
        "RD-1, USD 100.00, 10, 67.74",
        "RD-1, USD 100.00, 30, 3.23",
        "RD-1, USD 100.00, 31, 0.00",
        "RD-3, JPY 1000, 10, 677",
        "RD-3, JPY 1000, 20, 355",
        "RD-3, JPY 1000, 30, 32",
        "RD-3, JPY 1000, 31, 0"
    })
    void what_is_deferred_drains_to_zero(String example, String line, int days, String deferred) {
        Money left = DAYS_31.remainingOf(Money.parse(line), START.plusDays(days));

        assertThat(Step.text(left)).as(example).isEqualTo(deferred);
    }

    @Test
    void rd_1_daily_revenue_never_loses_a_cent() {
        List<String> daily = daily(Money.parse("USD 100.00"));

        assertThat(daily).containsOnly("3.22", "3.23").hasSize(31);
        assertThat(IntStream.rangeClosed(1, 31).filter(i -> daily.get(i - 1).equals("3.22")))
                .containsExactly(2, 4, 6, 9, 11, 14, 16, 18, 21, 23, 26, 28, 30);
        assertThat(sum(daily)).isEqualTo("100.00").isNotEqualTo("100.13");
    }

    @Test
    void rd_3_yen_over_31_days() {
        List<String> daily = daily(Money.parse("JPY 1000"));

        assertThat(daily.stream().filter("32"::equals)).hasSize(23);
        assertThat(daily.stream().filter("33"::equals)).hasSize(8);
        assertThat(sum(daily)).isEqualTo("1000");
    }

    @Test
    void rd_2_a_half_cent_goes_to_the_credit_and_not_to_both() {
        Money line = Money.parse("USD 15.99");

        Money credit = DAYS_30.remainingOf(line, START.plusDays(15));

        assertThat(Step.text(credit)).isEqualTo("8.00");
        assertThat(Step.text(line.minus(credit))).isEqualTo("7.99");
        assertThat(Step.text(credit.plus(line.minus(credit))))
                .isEqualTo("15.99")
                .isNotEqualTo("16.00");
    }

    @Test
    void rd_8_five_changes_in_one_period() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-10-01").start("pro", MONTHLY, 7);

        change(account, "2025-10-04", 8, "101.10", "115.54", "14.44");
        change(account, "2025-10-09", 9, "94.91", "106.77", "11.86");
        change(account, "2025-10-10", 11, "102.13", "124.83", "22.70");
        change(account, "2025-10-22", 12, "56.74", "61.90", "5.16");
        change(account, "2025-10-31", 13, "6.19", "6.71", "0.52");

        assertThat(Earned.billed(account)).isEqualTo("166.61");
        var line = account.subscription().line();
        assertThat(line.period().remainingOf(line.net(), LocalDate.parse("2025-11-01")))
                .isEqualTo(Money.parse("USD 0.00"));
    }

    private static void change(
            BookFixture account, String date, int total, String credit, String charge, String due) {
        Step step = account.on(date).total(total);

        assertThat(List.of(step.credit(), step.charge(), step.due()))
                .containsExactly(credit, charge, due);
    }

    private static List<String> daily(Money line) {
        List<String> earned = new ArrayList<>();
        for (int day = 1; day <= 31; day++) {
            Money before = DAYS_31.remainingOf(line, START.plusDays(day - 1L));
            Money after = DAYS_31.remainingOf(line, START.plusDays(day));
            assertThat(List.of(after, before)).isSortedAccordingTo(naturalOrder());
            earned.add(Step.text(before.minus(after)));
        }
        return earned;
    }

    private static String sum(List<String> amounts) {
        return amounts.stream()
                .map(java.math.BigDecimal::new)
                .reduce(java.math.BigDecimal::add)
                .orElseThrow()
                .toPlainString();
    }
}
