package dev.mastro.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.EveryFact;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionEvent;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevenueLineTest {

    private static final LocalDate START = LocalDate.parse("2025-01-01");

    @ParameterizedTest(name = "RD-1: after day {0} {1} is deferred")
    @CsvSource({"1, 96.77", "2, 93.55", "10, 67.74", "30, 3.23", "31, 0.00"})
    void a_line_drains_to_zero_day_by_day(int days, String deferred) {
        RevenueLine line = line(31, Money.parse("USD 100.00"));

        assertThat(line.net().minus(line.earnedBefore(START.plusDays(days))))
                .isEqualTo(Money.parse("USD " + deferred));
    }

    @Test
    void the_daily_amounts_of_example_rd_1_sum_to_the_line() {
        assertThat(daily(line(31, Money.parse("USD 100.00"))))
                .isEqualTo(Map.of(Money.parse("USD 3.22"), 13L, Money.parse("USD 3.23"), 18L));
    }

    @Test
    void a_half_cent_is_given_back_and_not_earned_as_example_rd_2_says() {
        RevenueLine line = line(30, Money.parse("USD 15.99"));

        assertThat(line.earnedBefore(START.plusDays(15))).isEqualTo(Money.parse("USD 7.99"));
    }

    @Test
    void yen_over_31_days_are_those_of_example_rd_3() {
        RevenueLine line = line(31, Money.parse("JPY 1000"));

        assertThat(daily(line))
                .isEqualTo(Map.of(Money.parse("JPY 32"), 23L, Money.parse("JPY 33"), 8L));
        assertThat(line.net().minus(line.earnedBefore(START.plusDays(10))))
                .isEqualTo(Money.parse("JPY 677"));
    }

    @Test
    void a_closed_line_earns_nothing_more() {
        RevenueLine closed =
                line(31, Money.parse("USD 100.00"))
                        .closed(START.plusDays(10), Money.parse("USD 67.74"));

        assertThat(closed.earnedBefore(START.plusDays(9))).isEqualTo(Money.parse("USD 29.03"));
        assertThat(closed.earnedBefore(START.plusDays(10))).isEqualTo(Money.parse("USD 32.26"));
        assertThat(closed.earnedBefore(START.plusDays(99))).isEqualTo(Money.parse("USD 32.26"));
    }

    @Test
    void one_month_products_have_a_revenue_account_of_their_own() {
        ActiveLine line = active(31, Money.parse("USD 99.00"));
        SubscribedProduct once =
                new SubscribedProduct("webinar-500-once", BillingCycle.ONE_MONTH, 1, line.net());

        assertThat(RevenueLine.opened(EveryFact.ACCOUNT, once, line).revenueAccount())
                .isEqualTo(LedgerAccount.ONE_MONTH_REVENUE);
        assertThat(RevenueLine.opened(EveryFact.ACCOUNT, EveryFact.pro(1), line).revenueAccount())
                .isEqualTo(LedgerAccount.SUBSCRIPTION_REVENUE);
    }

    @Test
    void starts_renewals_and_changes_open_a_line_and_changes_and_ends_close_one() {
        assertThat(told(event -> RevenueRules.openedBy(event).isPresent()))
                .isEqualTo(
                        "CycleSwitched LicencesAdjusted ProductChanged SubscriptionRenewed"
                                + " SubscriptionStarted");
        assertThat(told(event -> RevenueRules.closedBy(event).isPresent()))
                .isEqualTo("CycleSwitched LicencesAdjusted ProductChanged SubscriptionEnded");
    }

    private static String told(Predicate<SubscriptionEvent> rule) {
        return EveryFact.all().stream()
                .filter(SubscriptionEvent.class::isInstance)
                .map(SubscriptionEvent.class::cast)
                .filter(rule)
                .map(LedgerEvent::getClass)
                .map(Class::getSimpleName)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Map<Money, Long> daily(RevenueLine line) {
        return IntStream.range(0, (int) line.period().days())
                .mapToObj(START::plusDays)
                .map(day -> line.earnedBefore(day.plusDays(1)).minus(line.earnedBefore(day)))
                .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
    }

    private static ActiveLine active(int days, Money net) {
        return new ActiveLine(
                EveryFact.INVOICE,
                1,
                new BillingPeriod(START, START.plusDays(days)),
                net,
                Money.zero(CurrencyUnit.of(net.getCurrencyUnit().getCode())),
                EveryFact.VAT_22);
    }

    private static RevenueLine line(int days, Money net) {
        return RevenueLine.opened(EveryFact.ACCOUNT, EveryFact.pro(1), active(days, net));
    }
}
