package dev.mastro.examples;

import static org.assertj.core.api.Assertions.assertThat;

/** E2E-1, with its journal compared line by line with billing.md 5.5. */
final class WholeLifeStory {

    /**
     * The table of billing.md 5.5. Revenue is not posted but computed for the dates asked for: at
     * the end the annual plan has earned nothing, so of its 17.52 and their reversal no line is
     * left, and its credit note takes all of 799.50 from what was deferred.
     */
    private static final String JOURNAL =
            """
            2025-01-31 1100 195.08 | 2000 159.90; 2200 35.18
            2025-01-31 1010 195.08 | 1100 195.08
            2025-02-14 2000 79.95 | 4000 79.95
            2025-02-14 1100 19.51; 2000 79.95; 2200 17.59 | 2000 95.94; 2200 21.11
            2025-02-14 1010 19.51 | 1100 19.51
            2025-02-28 2000 95.94 | 4000 95.94
            2025-02-28 1100 234.09 | 2000 191.88; 2200 42.21
            2025-02-28 1010 234.09 | 1100 234.09
            2025-03-15 2000 92.85 | 4000 92.85
            2025-03-15 1100 45.34; 2000 99.03; 2200 21.79 | 2000 136.20; 2200 29.96
            2025-03-15 1010 45.34 | 1100 45.34
            2025-03-31 2000 136.20 | 4000 136.20
            2025-03-31 1100 321.93 | 2000 263.88; 2200 58.05
            2025-04-05 1010 60.00 | 1100 60.00
            2025-04-14 2000 123.14 | 4000 123.14
            2025-04-14 2000 140.74; 2200 30.96 | 1100 171.70
            2025-04-20 1010 90.23 | 1100 90.23
            2025-05-02 1100 975.39 | 2000 799.50; 2200 175.89
            2025-05-02 1010 975.39 | 1100 975.39
            2025-05-10 2000 799.50; 2200 175.89 | 2100 975.39
            2025-05-10 2100 975.39 | 2300 975.39
            2025-05-10 2300 975.39 | 1010 975.39
            """;

    private WholeLifeStory() {}

    static Story story() {
        return Story.of("E2E-1")
                .on(
                        "2025-01-31",
                        c ->
                                c.opens(
                                                "zoom",
                                                """
                                                "country": "IT", "currency": "EUR",
                                                "timeZone": "Europe/Rome", "paymentMethod": "tok_ok"
                                                """)
                                        .buys("pro", 10)
                                        .done())
                .on(
                        "2025-02-14",
                        c -> c.orders(Change.total(12)).billed("19.51", "-79.95", "95.94"))
                .on(
                        "2025-03-15",
                        c ->
                                c.orders(Change.product("business", 12))
                                        .billed("45.34", "-99.03", "136.20"))
                .on("2025-03-20", c -> c.paysWith("tok_declined"))
                .on("2025-04-05", c -> c.paysInEuro("60.00", "part").done())
                .on("2025-04-14", WholeLifeStory::isDowngraded)
                .on("2025-04-20", c -> c.paysInEuro("90.23", "rest").done())
                .on("2025-05-02", WholeLifeStory::comesBack)
                .on("2025-05-10", WholeLifeStory::isRefunded)
                .at("2025-05-10T10:00:00Z", WholeLifeStory::closesTheBooks);
    }

    private static void isDowngraded(Customer customer) {
        customer.get("").has("/standing", "DOWNGRADED");
        customer.invoice(5)
                .has("/creditNotes/0/lines/0/net", "140.74")
                .has("/creditNotes/0/lines/0/tax", "30.96")
                .has("/creditNotes/0/total", "171.70")
                .has("/due", "90.23");
    }

    private static void comesBack(Customer customer) {
        customer.paysWith("tok_ok");
        customer.orders(Change.start("pro", "ANNUAL", 5)).billed("975.39", "799.50");
    }

    private static void isRefunded(Customer customer) {
        AccountBooks before = AccountBooks.of(customer.get("/journal?limit=500"));
        assertThat(before.lines()).contains("2025-05-10 2000 17.52 | 4000 17.52");
        customer.refundOffer().has("/amount", "975.39");
        customer.cancelsWithRefund().done().has("/refund/amount", "975.39");
    }

    private static void closesTheBooks(Customer customer) {
        AccountBooks books = AccountBooks.of(customer.get("/journal?limit=500"));
        assertThat(books.lines()).containsExactlyElementsOf(JOURNAL.lines().toList());
        customer.booked("1010", "644.25").booked("4000", "-528.08").booked("2200", "-116.17");
        for (String code : new String[] {"1100", "2000", "2100", "2300", "6900"}) {
            customer.booked(code, "0.00");
        }
        customer.owes("0.00", "0.00");
        customer.deferred("0.00");
    }
}
