package dev.mastro.shared.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingCycleTest {

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 2025-01-31, 1, 2025-02-28",
        "MONTHLY, 2025-01-31, 2, 2025-03-31",
        "MONTHLY, 2024-01-31, 1, 2024-02-29",
        "MONTHLY, 2025-01-31, -2, 2024-11-30",
        "ANNUAL, 2024-02-29, 1, 2025-02-28",
        "ANNUAL, 2024-02-29, 4, 2028-02-29",
        "ONE_MONTH, 2025-01-31, 1, 2025-02-28"
    })
    void boundaries_are_counted_from_the_anchor(
            BillingCycle cycle, LocalDate anchor, long index, LocalDate boundary) {
        assertThat(cycle.boundary(anchor, index)).isEqualTo(boundary);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 2025-01-31, 2025-02-27, 2025-01-31, 2025-02-28",
        "MONTHLY, 2025-01-31, 2025-02-28, 2025-02-28, 2025-03-31",
        "MONTHLY, 2025-03-05, 2025-03-04, 2025-02-05, 2025-03-05",
        "ANNUAL, 2024-02-29, 2027-02-28, 2027-02-28, 2028-02-29",
        "ANNUAL, 2024-02-29, 2027-02-27, 2026-02-28, 2027-02-28"
    })
    void the_period_that_contains_a_date(
            BillingCycle cycle, LocalDate anchor, LocalDate date, LocalDate start, LocalDate end) {
        assertThat(cycle.periodContaining(anchor, date)).isEqualTo(new BillingPeriod(start, end));
    }

    @Test
    void one_month_does_not_renew() {
        assertThat(BillingCycle.MONTHLY.renews()).isTrue();
        assertThat(BillingCycle.ANNUAL.renews()).isTrue();
        assertThat(BillingCycle.ONE_MONTH.renews()).isFalse();
    }
}
