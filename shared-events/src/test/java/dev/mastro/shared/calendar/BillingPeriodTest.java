package dev.mastro.shared.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingPeriodTest {

    private static final BillingPeriod APRIL = period("2025-04-01", "2025-05-01");

    @ParameterizedTest
    @CsvSource({
        "2025-03-31, 30, false, 159.90",
        "2025-04-01, 30, true, 159.90",
        "2025-04-13, 18, true, 95.94",
        "2025-04-30, 1, true, 5.33",
        "2025-05-01, 0, false, 0.00",
        "2025-06-01, 0, false, 0.00"
    })
    void what_remains_at_a_date(LocalDate date, long left, boolean contained, String remaining) {
        assertThat(APRIL.daysLeft(date)).isEqualTo(left);
        assertThat(APRIL.contains(date)).isEqualTo(contained);
        assertThat(APRIL.remainingOf(Money.parse("USD 159.90"), date))
                .isEqualTo(Money.parse("USD " + remaining));
    }

    @ParameterizedTest
    @CsvSource({"2025-04-01, 2025-04-01", "2025-04-02, 2025-04-01"})
    void no_period_is_empty(String start, String end) {
        assertThatThrownBy(() -> period(start, end)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_has_actual_days() {
        assertThat(period("2024-02-29", "2025-02-28").days()).isEqualTo(365);
        assertThat(period("2027-02-28", "2028-02-29").days()).isEqualTo(366);
    }

    private static BillingPeriod period(String start, String end) {
        return new BillingPeriod(LocalDate.parse(start), LocalDate.parse(end));
    }
}
