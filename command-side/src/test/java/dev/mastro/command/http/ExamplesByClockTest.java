package dev.mastro.command.http;

import static dev.mastro.command.http.Held.moveTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples of billing.md 2.2 whose story takes days, told over HTTP by moving the clock. */
class ExamplesByClockTest {

    private static final String ON_INVOICE =
            """
            {"seller": "zoom", "name": "Ada", "email": "ada@example.com", "country": "US",
             "currency": "USD", "timeZone": "UTC", "paymentTerms": "ON_INVOICE",
             "netDays": 30, "acceptTerms": "2015-01"}
            """;

    @Test
    void cal_2_day_31_returns_after_a_leap_february() {
        try (CommandSide side = CommandSide.startedAt("2024-01-31T08:00:00Z")) {
            Client http = side.client();
            Held pro = byCard(http, "UTC", 1);
            for (String end :
                    List.of("2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30")) {
                assertThat(pro.adjust("quotes", 2).at("/renewals/0/date")).isEqualTo(end);
                moveTo(http, end + "T08:00:00Z");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Rome, -46.42, 55.71, 9.29",
        "America/New_York, -51.58, 61.90, 10.32",
    })
    void tz_1_one_instant_is_two_local_dates(
            String zone, String credit, String charge, String due) {
        try (CommandSide side = CommandSide.startedAt("2025-03-10T12:00:00Z")) {
            Client http = side.client();
            Held pro = byCard(http, zone, 10);
            moveTo(http, "2025-03-31T22:30:00Z");
            assertBilled(pro.adjust("orders", 12), credit, charge, due);
        }
    }

    @Test
    void seat_2_and_seat_3_increases_on_two_days_and_on_one() {
        try (CommandSide side = CommandSide.startedAt("2025-05-01T08:00:00Z")) {
            Client http = side.client();
            Held twoDays = byCard(http, "UTC", 10);
            Held oneDay = byCard(http, "UTC", 10);
            Held atOnce = byCard(http, "UTC", 10);
            moveTo(http, "2025-05-08T08:00:00Z");
            assertBilled(twoDays.adjust("orders", 12), "-123.79", "148.55", "24.76");
            assertBilled(oneDay.adjust("orders", 12), "-123.79", "148.55", "24.76");
            assertBilled(oneDay.adjust("orders", 15), "-148.55", "185.69", "37.14");
            assertThat(total(atOnce.adjust("orders", 15))).isEqualTo("61.90");
            moveTo(http, "2025-05-21T08:00:00Z");
            assertBilled(twoDays.adjust("orders", 15), "-68.09", "85.11", "17.02");
        }
    }

    @Test
    void seat_6_a_reduction_waits_for_the_period_and_for_its_users() {
        try (CommandSide side = CommandSide.startedAt("2025-04-10T08:00:00Z")) {
            Client http = side.client();
            Held pro = byCard(http, "UTC", 12);
            for (int user = 1; user <= 11; user++) {
                pro.assign("u" + user);
            }
            moveTo(http, "2025-04-20T08:00:00Z");
            Reply refused = pro.adjust("orders", 10);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.at("/code")).isEqualTo("LICENCES_STILL_ASSIGNED");
            assertThat(refused.at("/facts/toUnassign")).isEqualTo("1");

            pro.unassign("u11");
            Reply quote = pro.adjust("quotes", 10);
            assertThat(quote.at("/due/amount")).isEqualTo("0.00");
            assertThat(quote.at("/renewals/0/amount/amount")).isEqualTo("159.90");
            Reply reduced = pro.adjust("orders", 10);
            assertThat(reduced.status()).as(reduced.body()).isEqualTo(201);
            assertThat(total(reduced)).isEmpty();
            assertThat(reduced.at("/subscription/status")).isEqualTo("PENDING_DOWNGRADE");
            assertThat(reduced.at("/subscription/owned")).isEqualTo("12");
            assertThat(reduced.at("/subscription/renewing")).isEqualTo("10");
        }
    }

    @Test
    void plan_1_pro_5_becomes_business_10_in_mid_period() {
        try (CommandSide side = CommandSide.startedAt("2025-06-01T08:00:00Z")) {
            Client http = side.client();
            Held pro = byCard(http, "UTC", 5);
            moveTo(http, "2025-06-11T08:00:00Z");
            Reply quote = pro.upgrade("quotes", 10);
            assertThat(quote.at("/renewals/0/date")).isEqualTo("2025-07-01");
            assertThat(quote.at("/renewals/0/amount/amount")).isEqualTo("219.90");
            assertBilled(pro.upgrade("orders", 10), "-53.30", "146.60", "93.30");
        }
    }

    @Test
    void plan_2_upgrade_and_licences_cost_the_same_in_any_order() {
        try (CommandSide side = CommandSide.startedAt("2025-03-31T08:00:00Z")) {
            Client http = side.client();
            Held upgradeFirst = byCard(http, "UTC", 10);
            Held licencesFirst = byCard(http, "UTC", 10);
            Held oneOrder = byCard(http, "UTC", 10);
            moveTo(http, "2025-04-17T08:00:00Z");
            assertThat(total(upgradeFirst.upgrade("orders", 10))).isEqualTo("26.00");
            assertThat(total(upgradeFirst.adjust("orders", 13))).isEqualTo("28.59");
            assertThat(total(licencesFirst.adjust("orders", 13))).isEqualTo("20.79");
            assertThat(total(licencesFirst.upgrade("orders", 13))).isEqualTo("33.80");
            assertThat(total(oneOrder.upgrade("orders", 13))).isEqualTo("54.59");
        }
    }

    @Test
    void cyc_1_monthly_becomes_annual_and_the_month_counts() {
        try (CommandSide side = CommandSide.startedAt("2025-03-10T08:00:00Z")) {
            Client http = side.client();
            Held pro = byCard(http, "UTC", 4);
            moveTo(http, "2025-03-27T08:00:00Z");
            Reply switched =
                    pro.change("orders", "\"type\": \"SWITCH_CYCLE\", \"cycle\": \"ANNUAL\"");
            assertBilled(switched, "-28.89", "639.60", "610.71");
            assertThat(switched.at("/subscription/nextBilling")).isEqualTo("2026-03-27");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NP-1, 0.00, 95.94, 0.00, 63.96",
        "NP-2, 40.00, 95.94, 0.00, 23.96",
        "NP-3, 100.00, 59.90, 36.04, 0.00",
    })
    void np_1_to_3_only_days_with_access_are_owed(
            String example, String paid, String cancelled, String granted, String owed) {
        try (CommandSide side = CommandSide.startedAt("2025-04-01T08:00:00Z")) {
            Client http = side.client();
            Held pro = Held.started(http, ON_INVOICE, "pro", 10);
            if (!paid.equals("0.00")) {
                moveTo(http, "2025-04-05T08:00:00Z");
                pro.pay(paid, example);
            }
            moveTo(http, "2025-04-13T08:00:00Z");
            Reply downgraded = pro.downgrade();
            assertThat(downgraded.status()).as(downgraded.body()).isEqualTo(200);
            assertThat(downgraded.at("/invoice/credited/amount")).isEqualTo(cancelled);
            assertThat(downgraded.at("/invoice/due/amount")).isEqualTo(owed);
            assertThat(downgraded.at("/account/status")).isEqualTo("DOWNGRADED");
            assertThat(downgraded.at("/credit/amount/amount"))
                    .isEqualTo(granted.equals("0.00") ? "" : granted);
        }
    }

    private static Held byCard(Client http, String zone, int licences) {
        String opening =
                """
                {"seller": "zoom", "name": "Ada", "email": "ada@example.com", "country": "US",
                 "currency": "USD", "timeZone": "%s", "paymentMethod": "tok_ok",
                 "acceptTerms": "2015-01"}
                """
                        .formatted(zone);
        return Held.started(http, opening, "pro", licences);
    }

    private static String total(Reply order) {
        return order.at("/invoice/total/amount");
    }

    private static void assertBilled(Reply order, String credit, String charge, String due) {
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        assertThat(order.at("/invoice/lines/0/net/amount")).isEqualTo(credit);
        assertThat(order.at("/invoice/lines/1/net/amount")).isEqualTo(charge);
        assertThat(total(order)).isEqualTo(due);
    }
}
