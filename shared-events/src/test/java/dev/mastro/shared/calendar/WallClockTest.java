package dev.mastro.shared.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockTest {

    @ParameterizedTest
    @CsvSource({
        "2025-03-31T22:30:00Z, Europe/Rome, 2025-04-01",
        "2025-03-31T22:30:00Z, America/New_York, 2025-03-31",
        "2025-12-30T10:00:00Z, Pacific/Kiritimati, 2025-12-31"
    })
    void the_zone_decides_the_date(Instant instant, ZoneId zone, LocalDate date) {
        assertThat(WallClock.dateAt(instant, zone)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-10, Asia/Tokyo, 2025-06-09T15:00:00Z",
        "2018-11-04, America/Sao_Paulo, 2018-11-04T03:00:00Z"
    })
    void a_day_starts_when_its_clock_first_shows_it(LocalDate date, ZoneId zone, Instant start) {
        assertThat(WallClock.startOf(date, zone)).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-31T09:15:00Z, Europe/Rome, 2025-02-28T09:15:00Z",
        "2024-01-30T09:15:00Z, Europe/Rome, 2024-02-29T09:15:00Z",
        "2025-02-09T07:30:00Z, America/New_York, 2025-03-09T07:30:00Z",
        "2025-10-02T05:30:00Z, America/New_York, 2025-11-02T05:30:00Z"
    })
    void a_month_later_is_the_same_clock_time(Instant bought, ZoneId zone, Instant expires) {
        assertThat(WallClock.oneMonthAfter(bought, zone)).isEqualTo(expires);
    }
}
