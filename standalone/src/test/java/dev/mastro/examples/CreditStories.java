package dev.mastro.examples;

import static dev.mastro.examples.Change.cycle;
import static dev.mastro.examples.Change.product;
import static dev.mastro.examples.Change.total;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A seller that restarts the period, and what becomes of credit. */
final class CreditStories {

    private CreditStories() {}

    static List<Story> all() {
        return List.of(
                cyc5(),
                gt1(),
                gt2(),
                gt3(),
                gt5(),
                gt5WithoutCredit(),
                gt8(),
                cr1(),
                cr2(),
                cr2NextScheduled(),
                rd1(),
                rd3(),
                rd5());
    }

    private static Story cyc5() {
        return pro("CYC-5")
                .on(
                        "2025-04-25",
                        c -> {
                            c.quote(cycle("ANNUAL")).quoted("685.00", "-35.00", "720.00");
                            c.orders(cycle("ANNUAL")).billed("685.00", "-35.00", "720.00");
                            c.subscription().has("/nextBilling", "2026-04-25");
                        });
    }

    private static Story gt1() {
        return pro("GT-1")
                .on(
                        "2025-04-25",
                        c -> {
                            c.orders(product("business", 5)).billed("60.00", "-35.00", "95.00");
                            c.subscription()
                                    .has("/period/start", "2025-04-25")
                                    .has("/nextBilling", "2025-05-25");
                        });
    }

    private static Story gt2() {
        return business("GT-2", "2025-06-03", 20)
                .on(
                        "2025-06-09",
                        c -> {
                            c.quote(total(8)).has("/creditGranted", "304.00").has("/due", "0.00");
                            c.orders(total(8)).done().has("/invoice/total", "152.00");
                            c.owes("0.00", "152.00");
                        })
                .on(
                        "2025-07-09",
                        c -> {
                            c.invoice(3).has("/creditApplied", "152.00").has("/paid", "0.00");
                            c.owes("0.00", "0.00");
                        });
    }

    private static Story gt3() {
        return business("GT-3", "2025-06-03", 10)
                .on(
                        "2025-06-27",
                        c -> {
                            c.quote(total(9)).has("/creditGranted", "38.00").has("/due", "133.00");
                            c.orders(total(9)).done().has("/invoice/total", "171.00");
                            c.invoice(2).has("/creditApplied", "38.00").has("/paid", "133.00");
                            c.subscription().has("/nextBilling", "2025-07-27");
                        });
    }

    private static Story gt5() {
        return business("GT-5", "2025-06-09", 4)
                .on("2025-06-10", c -> c.isGranted("22.80", ""))
                .on(
                        "2025-07-09",
                        c -> {
                            c.invoice(2).has("/creditApplied", "22.80").has("/paid", "53.20");
                            c.owes("0.00", "0.00");
                        });
    }

    private static Story gt5WithoutCredit() {
        return business("GT-5, autoApplyCredit=false", "2025-06-09", 4)
                .on(
                        "2025-06-10",
                        c -> {
                            c.isGranted("22.80", "");
                            c.autoApply(false);
                        })
                .on(
                        "2025-07-09",
                        c -> {
                            c.invoice(2).has("/creditApplied", "0.00").has("/paid", "76.00");
                            c.owes("0.00", "22.80");
                        });
    }

    /** The invoice of the current period is open, so what is given back cancels debt. */
    private static Story gt8() {
        return Story.of("GT-8")
                .on(
                        "2025-03-10",
                        c -> {
                            c.onInvoice("goto").buys("pro", 5);
                            c.pays("70.00", "first").done();
                        })
                .on(
                        "2025-04-25",
                        c -> {
                            c.owes("70.00", "0.00");
                            c.quote(product("business", 5))
                                    .has("/creditCancelled", "35.00")
                                    .has("/creditGranted", "0.00")
                                    .has("/total", "95.00");
                        });
    }

    private static Story cr1() {
        return Story.of("CR-1")
                .on(
                        "2025-01-10",
                        c -> {
                            c.byCard("examples").autoApply(false);
                            c.isGranted("30.00", ", \"refundable\": true");
                        })
                .on("2025-02-01", c -> c.isGranted("25.00", ", \"expiresOn\": \"2025-06-30\""))
                .on("2025-03-01", c -> c.isGranted("20.00", ", \"expiresOn\": \"2025-12-31\""))
                .on(
                        "2025-06-01",
                        c -> {
                            c.autoApply(true);
                            c.buys("line-60-00", 1)
                                    .billed("60.00", "60.00")
                                    .has("/invoice/creditApplied", "60.00")
                                    .has("/invoice/due", "0.00");
                            Reply left = c.get("/credits");
                            left.has("/items/0/granted", "30.00").has("/items/0/left", "15.00");
                            left.has("/items/1/left", "0.00").has("/items/2/left", "0.00");
                        });
    }

    private static Story cr2() {
        return Story.of("CR-2")
                .on("2025-03-02", c -> c.onInvoice("examples").buys("line-30-00", 1).done())
                .on("2025-04-01", c -> c.buys("line-45-00", 1).done())
                .on(
                        "2025-04-01",
                        c -> {
                            c.isGranted("50.00", "");
                            c.invoice(1).has("/due", "0.00");
                            c.invoice(2).has("/due", "25.00");
                            c.owes("25.00", "0.00");
                        });
    }

    private static Story cr2NextScheduled() {
        return Story.of("CR-2, creditTo=NEXT_SCHEDULED_ONLY")
                .on(
                        "2025-03-10",
                        c -> {
                            c.onInvoice("goto").buys("pro", 5);
                            c.pays("70.00", "first").done();
                        })
                .on(
                        "2025-04-12",
                        c -> {
                            c.isGranted("50.00", "");
                            c.owes("70.00", "50.00");
                        });
    }

    private static Story rd1() {
        return Story.of("RD-1")
                .on("2025-01-01", c -> c.byCard("examples").buys("line-100-00", 1).done())
                .on("2025-01-02", c -> c.deferred("96.77"))
                .on("2025-01-03", c -> c.deferred("93.55"))
                .on("2025-01-11", c -> c.deferred("67.74"))
                .on("2025-01-31", c -> c.deferred("3.23"))
                .at("2025-01-31T09:00:00Z", c -> c.cancels("CHURN"))
                .on("2025-02-01", c -> c.deferred("0.00"));
    }

    private static Story rd3() {
        return Story.of("RD-3")
                .on(
                        "2025-01-01",
                        c ->
                                c.opens(
                                                "examples",
                                                """
                                                "currency": "JPY", "paymentMethod": "tok_ok"
                                                """)
                                        .buys("line-100-00", 1)
                                        .billed("1000", "1000"))
                .on("2025-01-11", c -> c.deferred("677"))
                .on("2025-01-21", c -> c.deferred("355"))
                .on("2025-01-31", c -> c.deferred("32"));
    }

    private static Story rd5() {
        return Story.of("RD-5").on("2025-01-01", CreditStories::buysFourLinesInFrance);
    }

    private static void buysFourLinesInFrance(Customer customer) {
        Reply order =
                customer.opens("examples", "\"country\": \"FR\", \"paymentMethod\": \"tok_ok\"")
                        .orders(
                                Change.start("line-68-33", "MONTHLY", 1),
                                Change.start("other-68-33", "MONTHLY", 1),
                                Change.start("line-57-50", "MONTHLY", 1),
                                Change.start("line-85-00", "MONTHLY", 1));
        order.billed("334.99", "68.33", "68.33", "57.50", "85.00")
                .has("/invoice/net", "279.16")
                .has("/invoice/tax", "55.83");
        assertThat(order.each("/invoice/lines", "/tax/amount"))
                .containsExactly("13.67", "13.66", "11.50", "17.00");
    }

    private static Story pro(String example) {
        return Story.of(example)
                .on("2025-04-10", c -> c.byCard("goto").buys("pro", 5).billed("70.00", "70.00"));
    }

    private static Story business(String example, String day, int licences) {
        return Story.of(example).on(day, c -> c.byCard("goto").buys("business", licences).done());
    }
}
