package dev.mastro.command.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.account.TimeZoneChanged;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.calendar.WallClock;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CAL-1, CAL-2, CAL-4, CAL-6, TZ-1, TZ-2, TZ-5 and DC-1. */
class CalendarExamplesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CAL-1 | MONTHLY | 2025-01-31 (28d), 2025-02-28 (31d), 2025-03-31 (30d), \
                    2025-04-30 (31d), 2025-05-31 (30d), 2025-06-30 (31d), 2025-07-31 (31d), \
                    2025-08-31 (30d), 2025-09-30 (31d), 2025-10-31 (30d), 2025-11-30 (31d), \
                    2025-12-31 (31d)
                    CAL-2 | MONTHLY | 2024-01-31 (29d), 2024-02-29 (31d), 2024-03-31 (30d), \
                    2024-04-30 (31d), 2024-05-31 (30d)
                    CAL-4 | ANNUAL | 2024-02-29 (365d), 2025-02-28 (365d), 2026-02-28 (365d), \
                    2027-02-28 (366d), 2028-02-29 (365d)
                    """)
    void periods_are_counted_from_the_anchor(String example, BillingCycle cycle, String periods) {
        List<String> expected = List.of(periods.split(", "));
        BookFixture account = BookFixture.zoom();
        account.on(expected.getFirst().substring(0, 10)).start("pro", cycle, 10);

        List<String> actual = new ArrayList<>(List.of(text(account.subscription())));
        while (actual.size() < expected.size()) {
            account.on(account.subscription().line().period().end()).periodEnd();
            actual.add(text(account.subscription()));
        }

        assertThat(actual).as(example).isEqualTo(expected);
    }

    private static String text(SubscriptionState subscription) {
        BillingPeriod period = subscription.line().period();
        assertThat(subscription.period()).isEqualTo(period);
        return period.start() + " (" + period.days() + "d)";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CAL-6 (a) | Europe/Rome      | 2025-01-31T09:15:00Z | 2025-02-28T09:15:00Z
                    CAL-6 (b) | America/New_York | 2025-02-09T07:30:00Z | 2025-03-09T07:30:00Z
                    """)
    void a_one_month_product_expires_at_the_same_clock_time_a_month_later(
            String example, String zone, String bought, String expires) {
        BookFixture account =
                new BookFixture(
                        BookFixture.seller("zoom"), BookFixture.profile("zoom", "US", "USD", zone));

        Step step = account.at(bought).start("webinar-500-once", BillingCycle.ONE_MONTH, 1);

        SubscriptionState held = account.subscription();
        assertThat(step.charge()).as(example).isEqualTo("99.00");
        assertThat(step.due()).isEqualTo("99.00");
        assertThat(held.expiresAt()).isEqualTo(Instant.parse(expires));
        assertThat(held.renewsAs()).isNull();
        Step end = account.on(held.line().period().end()).periodEnd();
        assertThat(end.all(InvoiceIssued.class)).isEmpty();
        assertThat(account.book().live()).isEmpty();
    }

    @ParameterizedTest(name = "TZ-1 {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Europe/Rome      | 2025-04-01 |  9 | 46.42 | 55.71 |  9.29
                    America/New_York | 2025-03-31 | 10 | 51.58 | 61.90 | 10.32
                    """)
    void the_time_zone_decides_the_service_date(
            String zone, LocalDate date, int daysLeft, String credit, String charge, String due) {
        BookFixture account =
                new BookFixture(
                        BookFixture.seller("zoom"), BookFixture.profile("zoom", "US", "USD", zone));
        account.on("2025-03-10").start("pro", BillingCycle.MONTHLY, 10);
        assertThat(account.subscription().line().period().days()).isEqualTo(31);

        Step step = account.at("2025-03-31T22:30:00Z").total(12);

        BillingPeriod billed = account.subscription().line().period();
        assertThat(billed.start()).isEqualTo(date);
        assertThat(billed.days()).isEqualTo(daysLeft);
        assertThat(step.credit()).isEqualTo(credit);
        assertThat(step.charge()).isEqualTo(charge);
        assertThat(step.due()).isEqualTo(due);
    }

    @Test
    void tz_2_days_count_and_hours_do_not() {
        BookFixture account =
                new BookFixture(
                        BookFixture.seller("zoom"),
                        BookFixture.profile("zoom", "US", "USD", "Europe/Rome"));
        account.on("2025-03-15").start("pro", BillingCycle.MONTHLY, 10);

        Step step = account.on("2025-03-30").product("business", 10);

        assertThat(account.subscription().line().period().days()).isEqualTo(16);
        assertThat(account.subscription().period().days()).isEqualTo(31);
        assertThat(step.credit()).isEqualTo("82.53").isNotEqualTo("82.42");
        assertThat(step.charge()).isEqualTo("113.50");
        assertThat(step.due()).isEqualTo("30.97");
    }

    @Test
    void tz_5_an_account_that_moves_keeps_its_local_dates() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-05-10").start("pro", BillingCycle.MONTHLY, 10);
        account.take(
                new TimeZoneChanged(
                        BookFixture.ACCOUNT,
                        ZoneId.of("America/New_York"),
                        ZoneId.of("Asia/Tokyo"),
                        LocalDate.parse("2025-05-20")));
        assertThat(account.subscription().line().period()).isEqualTo(period("2025-05-10"));

        account.on("2025-06-10").periodEnd();

        assertThat(account.subscription().line().period()).isEqualTo(period("2025-06-10"));
        ZoneId zone = account.book().account().profile().timeZone();
        assertThat(WallClock.startOf(LocalDate.parse("2025-06-10"), zone))
                .isEqualTo(Instant.parse("2025-06-09T15:00:00Z"));
    }

    private static BillingPeriod period(String start) {
        LocalDate from = LocalDate.parse(start);
        return new BillingPeriod(from, from.plusMonths(1));
    }

    @Test
    void dc_1_actual_days_over_actual_days() {
        BookFixture account = BookFixture.zoomOnInvoice();
        account.on("2025-02-01").start("pro", BillingCycle.MONTHLY, 10);

        Step step = account.on("2025-02-15").downgrade();

        assertThat(step.only(CreditNoteIssued.class).cancelled().getAmount().toPlainString())
                .isEqualTo("79.95")
                .isNotIn("74.62", "73.60", "77.57");
    }
}
