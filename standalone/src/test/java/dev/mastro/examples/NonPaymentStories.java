package dev.mastro.examples;

import java.util.List;

/** Periods that were not paid, or not in full. */
final class NonPaymentStories {

    private NonPaymentStories() {}

    static List<Story> all() {
        return List.of(
                np("NP-1", "0.00", "63.96", "0.00"),
                np("NP-2", "40.00", "23.96", "0.00"),
                np("NP-3", "100.00", "0.00", "36.04"),
                np5(),
                np7(),
                np9("NP-9 on the first day", "2025-04-01", "0.00"),
                np9("NP-9 on the last day", "2025-04-30", "154.57"),
                np9AfterThePeriod());
    }

    private static Story np(String example, String paid, String owed, String credit) {
        return april(example)
                .on(
                        "2025-04-05",
                        c -> {
                            if (!paid.equals("0.00")) {
                                c.pays(paid, "part").done();
                            }
                        })
                .on(
                        "2025-04-13",
                        c -> {
                            c.downgraded();
                            c.owes(owed, credit);
                            c.invoice(1)
                                    .has("/due", owed)
                                    .has("/creditNotes/0/lines/0/net", "95.94");
                        });
    }

    private static Story np5() {
        return Story.of("NP-5")
                .on("2025-03-07", c -> c.onInvoice("zoom").buys("pro", 10).done())
                .on(
                        "2025-04-16",
                        c -> {
                            c.downgraded();
                            c.invoice(1).has("/due", "159.90").has("/credited", "0.00");
                            c.invoice(2).has("/due", "47.97").has("/credited", "111.93");
                            c.owes("207.87", "0.00");
                        });
    }

    private static Story np7() {
        return Story.of("NP-7")
                .on("2025-04-01", NonPaymentStories::startsInItaly)
                .on("2025-04-05", c -> c.pays("50.00", "part").done())
                .on(
                        "2025-04-13",
                        c -> {
                            c.downgraded();
                            c.invoice(1)
                                    .has("/creditNotes/0/lines/0/net", "95.94")
                                    .has("/creditNotes/0/lines/0/tax", "21.11")
                                    .has("/creditNotes/0/total", "117.05")
                                    .has("/due", "28.03");
                            c.owes("28.03", "0.00");
                        });
    }

    private static void startsInItaly(Customer customer) {
        customer.opens("zoom", "\"country\": \"IT\", \"paymentTerms\": \"ON_INVOICE\"")
                .buys("pro", 10)
                .billed("195.08", "159.90")
                .has("/invoice/tax", "35.18");
    }

    private static Story np9(String example, String day, String owed) {
        return april(example)
                .at(
                        day + "T12:00:00Z",
                        c -> {
                            c.downgraded();
                            c.owes(owed, "0.00");
                        });
    }

    /**
     * The next period was billed in the morning; April is owed whole, the new period not at all.
     */
    private static Story np9AfterThePeriod() {
        return april("NP-9 after the period")
                .at(
                        "2025-05-01T12:00:00Z",
                        c -> {
                            c.downgraded();
                            c.invoice(1).has("/due", "159.90").has("/credited", "0.00");
                            c.invoice(2).has("/due", "0.00");
                            c.owes("159.90", "0.00");
                        });
    }

    private static Story april(String example) {
        return Story.of(example).on("2025-04-01", c -> c.onInvoice("zoom").buys("pro", 10).done());
    }
}
