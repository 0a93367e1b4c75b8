package dev.mastro.examples;

import static dev.mastro.examples.Change.cycle;
import static dev.mastro.examples.Change.product;
import static dev.mastro.examples.Change.start;
import static dev.mastro.examples.Change.total;

import java.util.List;

/** Licences, plans, cycles and add-ons of a seller that keeps the anchor. */
final class PlanStories {

    private PlanStories() {}

    static List<Story> all() {
        return List.of(
                seat1(),
                seat2(),
                seat3(),
                seat6(),
                seat7(),
                plan1(),
                plan2(),
                plan2Turned(),
                plan5(),
                cyc1(),
                cyc2(),
                add1(),
                add2(),
                add4(),
                add5(),
                rd2(),
                rd8());
    }

    private static Story pro(String example, String day, int licences) {
        return Story.of(example).on(day, c -> c.byCard("zoom").buys("pro", licences).done());
    }

    private static Story seat1() {
        return pro("SEAT-1", "2025-04-10", 10)
                .on(
                        "2025-04-28",
                        c -> {
                            c.quote(total(12)).quoted("12.79", "-63.96", "76.75");
                            c.orders(total(12)).billed("12.79", "-63.96", "76.75");
                        })
                .on("2025-05-10", c -> c.invoice(3).has("/total", "191.88"));
    }

    private static Story seat2() {
        return pro("SEAT-2", "2025-05-01", 10)
                .on("2025-05-08", c -> c.orders(total(12)).billed("24.76", "-123.79", "148.55"))
                .on("2025-05-21", c -> c.orders(total(15)).billed("17.02", "-68.09", "85.11"));
    }

    private static Story seat3() {
        return pro("SEAT-3", "2025-05-01", 10)
                .on(
                        "2025-05-08",
                        c -> {
                            c.quote(total(15)).has("/due", "61.90");
                            c.orders(total(12)).billed("24.76", "-123.79", "148.55");
                            c.orders(total(15)).billed("37.14", "-148.55", "185.69");
                        });
    }

    private static Story seat6() {
        return pro("SEAT-6, licences in use", "2025-04-10", 12)
                .at("2025-04-10T09:00:00Z", c -> c.assigns(11))
                .on(
                        "2025-04-20",
                        c -> {
                            c.orders(total(10))
                                    .refused("LICENCES_STILL_ASSIGNED")
                                    .has("/facts/toUnassign", "1");
                            c.unassigns(11);
                            c.quote(total(10))
                                    .has("/due", "0.00")
                                    .has("/renewals/0/amount", "159.90");
                            c.orders(total(10)).done();
                            c.subscription()
                                    .has("/status", "PENDING_DOWNGRADE")
                                    .has("/owned", "12")
                                    .has("/renewing", "10");
                        })
                .on("2025-05-10", c -> c.invoice(2).has("/total", "159.90"));
    }

    /** SEAT-6 comes first: a reduction that costs and gives nothing now. */
    private static Story seat7() {
        return pro("SEAT-6, SEAT-7", "2025-04-10", 12)
                .on(
                        "2025-04-20",
                        c -> {
                            c.orders(total(10))
                                    .done()
                                    .has("/subscription/status", "PENDING_DOWNGRADE");
                            c.hasInvoices(1);
                            c.quote(total(11)).has("/renewals/0/amount", "175.89");
                        })
                .on(
                        "2025-04-25",
                        c -> {
                            c.orders(total(14)).billed("15.99", "-95.94", "111.93");
                            c.subscription().has("/pendingChange", "").has("/owned", "14");
                        })
                .on("2025-05-10", c -> c.invoice(3).has("/total", "223.86"));
    }

    private static Story plan1() {
        return pro("PLAN-1", "2025-06-01", 5)
                .on(
                        "2025-06-11",
                        c -> c.orders(product("business", 10)).billed("93.30", "-53.30", "146.60"))
                .on("2025-07-01", c -> c.invoice(3).has("/total", "219.90"));
    }

    private static Story plan2() {
        return pro("PLAN-2", "2025-03-31", 10)
                .on(
                        "2025-04-17",
                        c -> {
                            c.quote(product("business", 13)).has("/due", "54.59");
                            c.orders(product("business", 10)).done().has("/invoice/total", "26.00");
                            c.orders(total(13)).done().has("/invoice/total", "28.59");
                        });
    }

    private static Story plan2Turned() {
        return pro("PLAN-2, licences first", "2025-03-31", 10)
                .on(
                        "2025-04-17",
                        c -> {
                            c.orders(total(13)).done().has("/invoice/total", "20.79");
                            c.orders(product("business", 13)).done().has("/invoice/total", "33.80");
                        });
    }

    private static Story plan5() {
        return Story.of("PLAN-5")
                .on("2025-06-01", c -> c.byCard("zoom").buys("business", 10).done())
                .on(
                        "2025-06-11",
                        c -> {
                            c.quote(product("pro", 6)).has("/due", "0.00");
                            c.orders(product("pro", 6)).done();
                            c.hasInvoices(1);
                            c.subscription()
                                    .has("/status", "PENDING_DOWNGRADE")
                                    .has("/product", "business")
                                    .has("/pendingChange/takesEffectOn", "2025-07-01");
                        })
                .on("2025-07-01", c -> c.invoice(2).has("/total", "95.94"));
    }

    private static Story cyc1() {
        return pro("CYC-1", "2025-03-10", 4)
                .on(
                        "2025-03-27",
                        c -> {
                            c.orders(cycle("ANNUAL")).billed("610.71", "-28.89", "639.60");
                            c.subscription().has("/nextBilling", "2026-03-27");
                        });
    }

    private static Story cyc2() {
        return Story.of("CYC-2")
                .on("2025-02-01", c -> c.byCard("zoom").orders(start("pro", "ANNUAL", 3)).done())
                .on(
                        "2025-08-20",
                        c -> {
                            c.quote(cycle("MONTHLY"))
                                    .has("/creditGranted", "216.85")
                                    .has("/creditApplied", "47.97")
                                    .has("/due", "0.00");
                            c.orders(cycle("MONTHLY")).done().has("/invoice/due", "0.00");
                            c.owes("0.00", "168.88");
                        })
                .on("2025-11-20", c -> c.owes("0.00", "24.97"))
                .on(
                        "2025-12-20",
                        c -> {
                            c.invoice(6).has("/creditApplied", "24.97").has("/paid", "23.00");
                            c.owes("0.00", "0.00");
                        });
    }

    private static Story add1() {
        return pro("ADD-1", "2025-03-05", 1)
                .on("2025-03-20", c -> c.buys("webinar-500", 1).billed("40.77", "40.77"))
                .on("2025-04-05", c -> c.invoice(3).has("/total", "94.99"));
    }

    private static Story add2() {
        return pro("ADD-2", "2025-03-05", 1)
                .on("2025-04-04", c -> c.buys("webinar-500", 1).billed("2.55", "2.55"))
                .on(
                        "2025-04-05",
                        c -> {
                            c.invoice(3).has("/total", "94.99");
                            c.buys("webinar-1000", 1).billed("340.00", "340.00");
                        });
    }

    private static Story add4() {
        return pro("ADD-4", "2025-09-12", 1)
                .on("2025-09-12", c -> c.buys("webinar-500", 1).done())
                .on(
                        "2025-09-30",
                        c -> {
                            Reply quote = c.quote(product("webinar-1000", 1));
                            quote.quoted("104.40", "-31.60", "136.00");
                            quote.has("/renewals/0/amount", "340.00")
                                    .has("/renewals/0/date", "2025-10-12");
                            c.orders(product("webinar-1000", 1))
                                    .billed("104.40", "-31.60", "136.00");
                        });
    }

    private static Story add5() {
        return pro("ADD-5", "2025-09-12", 1)
                .on(
                        "2025-09-13",
                        c -> {
                            c.buys("webinar-500", 1).done();
                            c.quote(start("webinar-500", "ANNUAL", 1))
                                    .refused("ADDON_CYCLE_CONFLICT");
                            c.orders(start("webinar-500", "ANNUAL", 1))
                                    .refused("ADDON_CYCLE_CONFLICT");
                            c.quote(start("webinar-1000", "MONTHLY", 1)).done();
                            c.quote(start("webinar-1000", "ANNUAL", 1)).done();
                            c.orders(cycle("ANNUAL")).done().has("/subscription/cycle", "ANNUAL");
                            c.buys("webinar-1000", 1).done();
                        });
    }

    private static Story rd2() {
        return pro("RD-2", "2025-04-10", 1)
                .on(
                        "2025-04-25",
                        c -> {
                            c.deferred("8.00");
                            c.quote(product("business", 10)).quoted("101.95", "-8.00", "109.95");
                        });
    }

    private static Story rd8() {
        return pro("RD-8", "2025-10-01", 7)
                .on("2025-10-04", c -> c.orders(total(8)).billed("14.44", "-101.10", "115.54"))
                .on("2025-10-09", c -> c.orders(total(9)).billed("11.86", "-94.91", "106.77"))
                .on("2025-10-10", c -> c.orders(total(11)).billed("22.70", "-102.13", "124.83"))
                .on("2025-10-22", c -> c.orders(total(12)).billed("5.16", "-56.74", "61.90"))
                .on("2025-10-31", c -> c.orders(total(13)).billed("0.52", "-6.19", "6.71"));
    }
}
