package dev.mastro.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Services that end or begin again, and a seller who gives back only what remains. */
final class EndingStories {

    private static final String FINANCE = "finance:ada";

    private EndingStories() {}

    static List<Story> all() {
        return List.of(cx1(), cx2(), proratedUnused(), usedUp(), windowOver(), rd6(), wo1Relief());
    }

    private static Story cx1() {
        return Story.of("CX-1")
                .on("2025-05-10", c -> c.byCard("zoom").buys("pro", 10).done())
                .on(
                        "2025-05-20",
                        c -> {
                            c.cancels("NOT_USED").has("/subscription/endsOn", "2025-06-10");
                            c.subscription().has("/status", "CANCELLED_PENDING_END");
                        })
                .on(
                        "2025-06-01",
                        c -> {
                            c.reactivates().done();
                            c.subscription()
                                    .has("/status", "ACTIVE")
                                    .has("/nextBilling", "2025-06-10");
                        })
                .on("2025-06-05", c -> c.cancels("NOT_USED"))
                .at(
                        "2025-06-09T23:59:59Z",
                        c -> c.subscription().has("/status", "CANCELLED_PENDING_END"))
                .on(
                        "2025-06-10",
                        c -> {
                            c.subscription().has("/status", "ENDED");
                            c.hasInvoices(1);
                            c.reactivates().refused("ALREADY_ENDED");
                            c.owes("0.00", "0.00");
                        });
    }

    private static Story cx2() {
        return Story.of("CX-2")
                .on("2025-04-10", c -> c.byCard("goto").buys("pro", 5).billed("70.00", "70.00"))
                .on("2025-04-20", c -> c.cancels("OTHER"))
                .at(
                        "2025-05-09T23:59:59Z",
                        c -> c.subscription().has("/status", "CANCELLED_PENDING_END"))
                .on(
                        "2025-05-10",
                        c -> {
                            c.subscription().has("/status", "SUSPENDED");
                            c.get("").has("/status", "SUSPENDED");
                            c.hasInvoices(1);
                        })
                .on(
                        "2025-06-02",
                        c -> {
                            c.buys("business", 3).billed("57.00", "57.00");
                            c.subscription()
                                    .has("/status", "ACTIVE")
                                    .has("/anchor", "2025-06-02")
                                    .has("/nextBilling", "2025-07-02");
                            c.get("").has("/status", "ACTIVE");
                            c.hasInvoices(2);
                        });
    }

    private static Story proratedUnused() {
        return renewed("RF-1, refundBasis=PRORATED_UNUSED")
                .on(
                        "2025-05-14",
                        c -> {
                            c.refundOffer().has("/entitled", "true").has("/amount", "139.27");
                            c.cancelsWithRefund().done().has("/refund/amount", "139.27");
                            c.invoice(2).has("/creditNotes/0/total", "139.27");
                            c.subscription().has("/status", "ENDED");
                            c.deferred("0.00");
                        });
    }

    private static Story usedUp() {
        return renewed("RF-2, refundBasis=PRORATED_UNUSED")
                .on(
                        "2025-05-14",
                        c -> {
                            c.uses("2025-05-10T12:00:00Z").done();
                            c.cancelsWithRefund().refused("USED_SINCE_LAST_BILLED");
                        });
    }

    private static Story windowOver() {
        return Story.of("RF-1, refundWindowDays=30")
                .on(
                        "2025-05-10",
                        c -> c.byCard("relief").orders(Change.start("pro", "ANNUAL", 10)).done())
                .on("2025-06-09", c -> c.refundOffer().has("/entitled", "true"))
                .on("2025-06-10", c -> c.cancelsWithRefund().refused("REFUND_WINDOW_OVER"));
    }

    private static Story rd6() {
        return Story.of("RD-6")
                .on(
                        "2025-01-01",
                        c -> {
                            c.opens("relief", "\"country\": \"FR\", \"paymentMethod\": \"tok_ok\"")
                                    .orders(
                                            Change.start("line-68-33", "MONTHLY", 1),
                                            Change.start("other-68-33", "MONTHLY", 1),
                                            Change.start("line-57-50", "MONTHLY", 1),
                                            Change.start("line-85-00", "MONTHLY", 1))
                                    .billed("334.99", "68.33", "68.33", "57.50", "85.00");
                            credited(c, "line-68-33", "68.33", "13.67", "82.00");
                            credited(c, "other-68-33", "68.33", "13.66", "81.99");
                            credited(c, "line-57-50", "57.50", "11.50", "69.00");
                            credited(c, "line-85-00", "85.00", "17.00", "102.00");
                            c.invoice(1).has("/status", "CREDITED");
                        })
                .at("2025-01-01T09:00:00Z", c -> c.booked("2200", "0.00").booked("1010", "0.00"));
    }

    private static void credited(
            Customer customer, String product, String net, String tax, String gross) {
        customer.cancelsWithRefund(product).done().has("/refund/amount", gross);
        Reply invoice = customer.invoice(1);
        int last = invoice.each("/creditNotes", "/number").size() - 1;
        invoice.has("/creditNotes/" + last + "/lines/0/net", net)
                .has("/creditNotes/" + last + "/lines/0/tax", tax)
                .has("/creditNotes/" + last + "/total", gross);
        assertThat(invoice.each("/creditNotes/" + last + "/lines", "/lineNumber")).hasSize(1);
    }

    private static Story wo1Relief() {
        return Story.of("WO-1, badDebtTaxRelief=true")
                .on(
                        "2025-04-01",
                        c ->
                                c.opens(
                                                "relief",
                                                """
                                                "country": "IT", "paymentTerms": "ON_INVOICE"
                                                """)
                                        .buys("pro", 10)
                                        .billed("195.08", "159.90"))
                .on("2025-04-05", c -> c.pays("50.00", "part").done())
                .on("2025-04-13", Customer::downgraded)
                .on(
                        "2025-07-01",
                        c -> {
                            c.booked("2200", "-14.07");
                            c.givesUp(FINANCE, 1, "write-off").done();
                            c.booked("6000", "22.98").booked("2200", "-9.02");
                            c.booked("1100", "0.00");
                            c.balance().has("/balances/0/writtenOff", "28.03");
                            c.buys("pro", 5).refused("OUTSTANDING_INVOICES");
                        })
                .on(
                        "2025-08-01",
                        c -> {
                            c.pays("28.03", "late").done();
                            c.booked("6050", "-22.98").booked("2200", "-14.07");
                            c.buys("pro", 5).done();
                        });
    }

    private static Story renewed(String example) {
        return Story.of(example)
                .on("2025-04-10", c -> c.byCard("relief").buys("pro", 10).done())
                .on("2025-05-09", c -> c.uses("2025-05-09T07:00:00Z").done());
    }
}
