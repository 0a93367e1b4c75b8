package dev.mastro.shared.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** billing.md C3 over a hundred years: no day twice, none missing, and the anchor's day returns. */
class BillingPeriodProperties {

    private static final int YEARS = 100;

    @Property
    void periods_tile(@ForAll("anchors") LocalDate anchor, @ForAll BillingCycle cycle) {
        LocalDate end = anchor.plusYears(YEARS);
        LocalDate next = anchor;
        while (next.isBefore(end)) {
            BillingPeriod period = cycle.periodContaining(anchor, next);

            assertThat(period.start()).isEqualTo(next);
            assertThat(period.start().getDayOfMonth()).isEqualTo(clamped(anchor, period.start()));
            next = period.end();
        }
    }

    @Property
    void a_date_lies_in_the_period_it_is_said_to(
            @ForAll("anchors") LocalDate anchor,
            @ForAll BillingCycle cycle,
            @ForAll @IntRange(min = -40_000, max = 40_000) int days) {
        LocalDate date = anchor.plusDays(days);

        BillingPeriod period = cycle.periodContaining(anchor, date);

        assertThat(period.contains(date)).isTrue();
        assertThat(cycle.periodContaining(anchor, period.start())).isEqualTo(period);
        assertThat(cycle.periodContaining(anchor, period.end().minusDays(1))).isEqualTo(period);
    }

    @Property
    void days_gone_and_days_left_are_all_days(
            @ForAll("anchors") LocalDate start,
            @ForAll @IntRange(min = 1, max = 400) int length,
            @ForAll @IntRange(min = 0, max = 400) int gone) {
        BillingPeriod period = new BillingPeriod(start, start.plusDays(length));

        assertThat(period.days()).isEqualTo(length);
        assertThat(period.daysLeft(start.plusDays(gone))).isEqualTo(Math.max(0, length - gone));
    }

    private static int clamped(LocalDate anchor, LocalDate in) {
        return Math.min(anchor.getDayOfMonth(), in.lengthOfMonth());
    }

    @Provide
    Arbitrary<LocalDate> anchors() {
        Arbitrary<LocalDate> any =
                Arbitraries.integers()
                        .between(0, 40_000)
                        .map(day -> LocalDate.of(1970, Month.JANUARY, 1).plusDays(day));
        return Arbitraries.oneOf(
                any, Arbitraries.of(LocalDate.parse("2024-02-29"), LocalDate.parse("2025-01-31")));
    }
}
