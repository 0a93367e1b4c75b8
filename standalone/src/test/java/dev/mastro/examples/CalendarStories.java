package dev.mastro.examples;

import static dev.mastro.examples.Change.product;
import static dev.mastro.examples.Change.start;
import static dev.mastro.examples.Change.total;

import java.util.List;

/** Periods, expiries, zones and days. */
final class CalendarStories {

    private CalendarStories() {}

    static List<Story> all() {
        return List.of(
                cal1(),
                cal2(),
                cal4(),
                cal6InRome(),
                cal6InNewYork(),
                tz1(),
                tz1Elsewhere(),
                tz2(),
                tz5(),
                dc1());
    }

    private static Story cal1() {
        List<String> starts =
                List.of(
                        "2025-01-31",
                        "2025-02-28",
                        "2025-03-31",
                        "2025-04-30",
                        "2025-05-31",
                        "2025-06-30",
                        "2025-07-31",
                        "2025-08-31",
                        "2025-09-30",
                        "2025-10-31",
                        "2025-11-30",
                        "2025-12-31",
                        "2026-01-31");
        Story story =
                Story.of("CAL-1")
                        .on(starts.getFirst(), c -> c.byCard("zoom").buys("pro", 1).done());
        for (int i = 1; i < starts.size() - 1; i++) {
            String start = starts.get(i);
            String end = starts.get(i + 1);
            story.at(start + "T09:00:00Z", c -> period(c, start, end));
        }
        return story;
    }

    private static Story cal2() {
        return Story.of("CAL-2")
                .on("2024-01-31", c -> c.byCard("zoom").buys("pro", 1).done())
                .on("2024-02-29", c -> period(c, "2024-02-29", "2024-03-31"))
                .on("2024-03-31", c -> period(c, "2024-03-31", "2024-04-30"))
                .on("2024-04-30", c -> period(c, "2024-04-30", "2024-05-31"))
                .on("2024-05-31", c -> period(c, "2024-05-31", "2024-06-30"));
    }

    private static Story cal4() {
        return Story.of("CAL-4")
                .on("2024-02-29", c -> c.byCard("zoom").orders(start("pro", "ANNUAL", 1)).done())
                .on("2024-03-01", c -> period(c, "2024-02-29", "2025-02-28"))
                .on("2025-02-28", c -> period(c, "2025-02-28", "2026-02-28"))
                .on("2026-02-28", c -> period(c, "2026-02-28", "2027-02-28"))
                .on("2027-02-28", c -> period(c, "2027-02-28", "2028-02-29"))
                .on("2028-02-29", c -> period(c, "2028-02-29", "2029-02-28"));
    }

    private static Story cal6InRome() {
        return Story.of("CAL-6 (a)")
                .at("2025-01-31T09:15:00Z", c -> buysWebinar(c, "Europe/Rome"))
                .at("2025-02-28T09:14:59Z", c -> c.subscription().has("/status", "ACTIVE"))
                .at("2025-02-28T09:15:00Z", CalendarStories::expired);
    }

    private static Story cal6InNewYork() {
        return Story.of("CAL-6 (b)")
                .at("2025-02-09T07:30:00Z", c -> buysWebinar(c, "America/New_York"))
                .at("2025-03-09T07:29:59Z", c -> c.subscription().has("/status", "ACTIVE"))
                .at("2025-03-09T07:30:00Z", CalendarStories::expired);
    }

    private static void buysWebinar(Customer customer, String zone) {
        customer.opens("zoom", "\"paymentMethod\": \"tok_ok\", \"timeZone\": \"" + zone + "\"")
                .orders(start("webinar-500-once", "ONE_MONTH", 1))
                .billed("99.00", "99.00");
    }

    private static void expired(Customer customer) {
        customer.subscription().has("/status", "ENDED");
        customer.hasInvoices(1);
    }

    private static Story tz1() {
        return tz1("TZ-1 in Rome", "Europe/Rome", "9.29", "-46.42", "55.71");
    }

    private static Story tz1Elsewhere() {
        return tz1("TZ-1 in New York", "America/New_York", "10.32", "-51.58", "61.90");
    }

    private static Story tz1(String name, String zone, String due, String... lines) {
        return Story.of(name)
                .on("2025-03-10", c -> startsPro10(c, zone))
                .at("2025-03-31T22:30:00Z", c -> c.orders(total(12)).billed(due, lines));
    }

    private static Story tz2() {
        return Story.of("TZ-2")
                .on("2025-03-15", c -> startsPro10(c, "Europe/Rome"))
                .on(
                        "2025-03-30",
                        c -> c.orders(product("business", 10)).billed("30.97", "-82.53", "113.50"));
    }

    private static Story tz5() {
        return Story.of("TZ-5")
                .on("2025-05-10", c -> startsPro10(c, "America/New_York"))
                .on("2025-05-20", c -> c.movesTo("Asia/Tokyo"))
                .at("2025-06-09T14:59:59Z", c -> period(c, "2025-05-10", "2025-06-10"))
                .at("2025-06-09T15:00:00Z", c -> period(c, "2025-06-10", "2025-07-10"));
    }

    private static Story dc1() {
        return Story.of("DC-1")
                .on("2025-02-01", c -> startsPro10(c, "UTC"))
                .on(
                        "2025-02-15",
                        c -> c.quote(product("business", 10)).quoted("30.00", "-79.95", "109.95"));
    }

    private static void startsPro10(Customer customer, String zone) {
        customer.opens("zoom", "\"paymentMethod\": \"tok_ok\", \"timeZone\": \"" + zone + "\"")
                .buys("pro", 10)
                .billed("159.90", "159.90");
    }

    private static void period(Customer customer, String start, String end) {
        customer.subscription().has("/period/start", start).has("/period/end", end);
    }
}
