package dev.mastro.examples;

import java.util.List;

/** Refunds, disputes, lost debts and late transfers. */
final class MoneyStories {

    private static final String FINANCE = "finance:ada";
    private static final String OWNER = "owner:ada";

    private MoneyStories() {}

    static List<Story> all() {
        return List.of(
                rf1(),
                rf1CancelOnly(),
                rf2(),
                rf3(),
                rf6(),
                cb1Won(),
                cb1Lost(),
                wo1(),
                bt1(),
                voided(),
                partialAndSurplus());
    }

    private static Story rf1() {
        return renewedOnMay10("RF-1")
                .on(
                        "2025-05-14",
                        c -> {
                            c.refundOffer()
                                    .has("/entitled", "true")
                                    .has("/amount", "159.90")
                                    .has("/credit", "0.00")
                                    .has("/billedOn", "2025-05-10");
                            c.cancelsWithRefund()
                                    .done()
                                    .has("/refund/amount", "159.90")
                                    .has("/subscription/status", "ENDED");
                            c.invoice(2)
                                    .has("/status", "CREDITED")
                                    .has("/creditNotes/0/total", "159.90")
                                    .has("/refunds/0/amount", "159.90");
                            c.owes("0.00", "0.00");
                            c.deferred("0.00");
                            c.refundOffer()
                                    .has("/entitled", "false")
                                    .has("/reason", "ALREADY_ENDED");
                        })
                .on("2025-05-15", c -> c.booked("4000", "-159.90").booked("1010", "159.90"));
    }

    private static Story rf1CancelOnly() {
        return renewedOnMay10("RF-1, cancel only")
                .on(
                        "2025-05-14",
                        c -> {
                            c.cancels("NOT_USED").has("/subscription/endsOn", "2025-06-10");
                            c.cancelsWithRefund().refused("CANCELLATION_PENDING");
                            c.deferred("139.27");
                        });
    }

    private static Story rf2() {
        return renewedOnMay10("RF-2")
                .on("2025-05-10", c -> c.uses("2025-05-10T07:30:00Z").done())
                .on(
                        "2025-05-14",
                        c -> {
                            c.uses("2025-05-12T07:30:00Z").done();
                            c.refundOffer()
                                    .has("/entitled", "false")
                                    .has("/reason", "USED_SINCE_LAST_BILLED")
                                    .has("/firstUsedAt", "2025-05-10T07:30:00Z");
                            c.cancelsWithRefund()
                                    .refused("USED_SINCE_LAST_BILLED")
                                    .has("/facts/firstUsedAt", "2025-05-10T07:30:00Z");
                            c.cancels("NOT_USED")
                                    .has("/subscription/status", "CANCELLED_PENDING_END");
                        });
    }

    private static Story rf3() {
        return Story.of("RF-3")
                .on("2025-04-10", c -> c.byCard("zoom").buys("pro", 10).done())
                .on("2025-05-01", c -> c.isGranted("45.00", ", \"expiresOn\": \"2025-12-31\""))
                .on(
                        "2025-05-14",
                        c -> {
                            c.invoice(2).has("/creditApplied", "45.00").has("/paid", "114.90");
                            c.refundOffer().has("/amount", "114.90").has("/credit", "45.00");
                            c.cancelsWithRefund().done().has("/refund/amount", "114.90");
                            c.get("/credits")
                                    .has("/items/0/source", "GOODWILL")
                                    .has("/items/0/left", "45.00")
                                    .has("/items/0/refundable", "false")
                                    .has("/items/0/expires", "2025-12-31");
                            c.balance()
                                    .has("/balances/0/credit", "45.00")
                                    .has("/balances/0/creditRefundable", "0.00");
                        });
    }

    private static Story rf6() {
        return Story.of("RF-6")
                .on(
                        "2025-05-10",
                        c -> {
                            c.onInvoice("zoom").buys("pro", 10).done();
                            c.isGranted("9.90", "");
                            c.pays("150.00", "wire").done();
                            c.refundsPayment(OWNER, "wire", "60.00").refused("REFUND_VIA_SUPPORT");
                            c.refundsPayment("support:eve", "wire", "60.00")
                                    .done()
                                    .has("/refund/amount", "60.00");
                            c.refundsPayment(FINANCE, "wire", "60.00").done();
                            c.refundsPayment(FINANCE, "wire", "60.00")
                                    .refused("EXCEEDS_REFUNDABLE")
                                    .has("/facts/max", "30.00");
                            c.invoice(1)
                                    .has("/creditNotes/1/total", "60.00")
                                    .has("/refunds/1/amount", "60.00")
                                    .has("/due", "0.00");
                            c.deferred("39.90");
                        });
    }

    private static Story cb1Won() {
        return disputed("CB-1, won")
                .on(
                        "2025-06-05",
                        c -> {
                            c.disputeEnds("WON").done().has("/dispute/status", "WON");
                            c.invoice(1).has("/status", "PAID").has("/paid", "159.90");
                            c.owes("0.00", "0.00");
                            c.orders(Change.total(12)).done();
                            c.disputeEnds("LOST").refused("NO_OPEN_DISPUTE");
                        });
    }

    private static Story cb1Lost() {
        return disputed("CB-1, lost")
                .on(
                        "2025-06-05",
                        c -> {
                            c.disputeEnds("LOST").done().has("/dispute/status", "LOST");
                            c.invoice(1).has("/status", "OPEN").has("/dueOn", "2025-06-05");
                            c.owes("159.90", "0.00");
                        })
                .on("2025-06-06", c -> c.invoice(1).has("/status", "PAID"));
    }

    private static Story disputed(String example) {
        return Story.of(example)
                .on("2025-05-10", c -> c.byCard("zoom").buys("pro", 10).done())
                .on(
                        "2025-05-20",
                        c -> {
                            c.disputes("{\"fee\": {\"amount\": \"15.00\", \"currency\": \"USD\"}}")
                                    .done()
                                    .has("/dispute/amount", "159.90");
                            c.invoice(1)
                                    .has("/status", "OPEN")
                                    .has("/due", "159.90")
                                    .has("/disputes/0/amount", "159.90");
                            c.booked("6200", "15.00")
                                    .booked("1010", "-15.00")
                                    .booked("1100", "159.90");
                            c.orders(Change.total(12)).refused("OUTSTANDING_INVOICES");
                            c.refundsPayment(FINANCE, c.cardPayment(), "1.00")
                                    .refused("PAYMENT_DISPUTED");
                            c.disputes("{}").refused("PAYMENT_DISPUTED");
                        })
                .on(
                        "2025-06-04",
                        c -> {
                            c.invoice(1).has("/status", "OPEN").has("/payments/1/amount", "");
                            c.get("").has("/standing", "OPEN");
                        });
    }

    private static Story wo1() {
        return Story.of("WO-1")
                .on("2025-04-01", MoneyStories::startsInItaly)
                .on("2025-04-05", c -> c.pays("50.00", "part").done())
                .on("2025-04-13", Customer::downgraded)
                .on(
                        "2025-07-01",
                        c -> {
                            c.givesUp(OWNER, 1, "write-off").refused("NOT_ALLOWED");
                            c.givesUp(FINANCE, 1, "write-off").done();
                            c.invoice(1)
                                    .has("/status", "WRITTEN_OFF")
                                    .has("/writtenOff", "28.03")
                                    .has("/due", "0.00");
                            c.owes("0.00", "0.00");
                            c.balance().has("/balances/0/writtenOff", "28.03");
                            c.booked("6000", "28.03").booked("1100", "0.00");
                            c.get("").has("/blocks/0/invoices/0/outstanding", "28.03");
                            c.buys("pro", 5)
                                    .refused("OUTSTANDING_INVOICES")
                                    .has("/facts/invoices/0/outstanding", "28.03");
                            c.givesUp(FINANCE, 1, "write-off").refused("NOTHING_OUTSTANDING");
                        })
                .on(
                        "2025-08-01",
                        c -> {
                            c.pays("28.03", "late").done().has("/payment/surplus", "0.00");
                            c.invoice(1).has("/status", "PAID").has("/writtenOff", "0.00");
                            c.booked("6050", "-28.03");
                            c.buys("pro", 5).done();
                        });
    }

    private static Story bt1() {
        return Story.of("BT-1")
                .on("2025-03-31", c -> c.onInvoice("zoom").buys("business", 12).done())
                .on("2025-04-14", Customer::downgraded)
                .on(
                        "2025-04-15",
                        c -> {
                            c.owes("123.14", "0.00");
                            c.invoice(1).has("/creditNotes/0/total", "140.74");
                        })
                .on(
                        "2025-04-16",
                        c -> {
                            c.paysOn("2025-04-10", "263.88", "transfer")
                                    .done()
                                    .has("/payment/valueDate", "2025-04-10")
                                    .has("/payment/surplus", "140.74");
                            c.owes("0.00", "140.74");
                            c.invoice(1).has("/status", "PAID").has("/paid", "123.14");
                            c.get("").has("/standing", "DOWNGRADED");
                            c.owedThen("2025-04-15", "2025-04-15T12:00:00Z", "123.14");
                            c.owedThen("2025-04-12", "2025-04-15T12:00:00Z", "263.88");
                            c.owedThen("2025-04-12", "2025-04-16T12:00:00Z", "0.00");
                        });
    }

    private static Story voided() {
        return Story.of("an invoice that is void keeps its number")
                .on(
                        "2025-04-01",
                        c -> {
                            c.onInvoice("zoom").buys("pro", 1).done();
                            c.givesUp(FINANCE, 1, "void")
                                    .refused("INVOICE_IN_USE")
                                    .has("/facts/subscriptions/0", c.subscriptionId());
                            c.cancels("OTHER");
                        })
                .on(
                        "2025-05-02",
                        c -> {
                            c.givesUp(FINANCE, 1, "void").done();
                            c.givesUp(FINANCE, 1, "void").done();
                            c.invoice(1).has("/status", "VOID").has("/due", "0.00");
                            c.booked("2000", "0.00").booked("4000", "0.00").booked("1100", "0.00");
                            c.buys("pro", 1).done();
                            c.hasInvoices(2);
                        });
    }

    private static Story partialAndSurplus() {
        return Story.of("C10 partial, duplicate and surplus payments")
                .on(
                        "2025-04-01",
                        c -> {
                            c.onInvoice("zoom").buys("pro", 10).done();
                            c.pays("100.00", "first").done().has("/invoice/due", "59.90");
                            c.pays("100.00", "first").done().has("/duplicate", "true");
                            c.pays("100.01", "first").refused("DUPLICATE_REFERENCE");
                            c.paysOn("2025-04-02", "1.00", "early")
                                    .refused("EFFECTIVE_DATE_IMPOSSIBLE");
                            c.pays("60.00", "second").done().has("/payment/surplus", "0.10");
                            c.owes("0.00", "0.10");
                        });
    }

    private static Story renewedOnMay10(String example) {
        return Story.of(example)
                .on("2025-04-10", c -> c.byCard("zoom").buys("pro", 10).done())
                .on("2025-05-09", c -> c.uses("2025-05-09T07:00:00Z").done());
    }

    private static void startsInItaly(Customer customer) {
        customer.opens("zoom", "\"country\": \"IT\", \"paymentTerms\": \"ON_INVOICE\"");
        customer.buys("pro", 10).done();
    }
}
