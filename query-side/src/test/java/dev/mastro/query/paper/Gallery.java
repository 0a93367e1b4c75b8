package dev.mastro.query.paper;

import dev.mastro.query.paper.Desk.Priced;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.CreditAllocated;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.InvoiceVoided;
import dev.mastro.shared.invoice.InvoiceWrittenOff;
import dev.mastro.shared.invoice.TaxMention;
import java.util.ArrayList;
import java.util.List;

/** Documents of every sort, to look at and to test. */
final class Gallery {

    private static final BillingPeriod MONTH = new BillingPeriod(Desk.APRIL_10, Desk.MAY_10);
    private static final BillingPeriod REST = new BillingPeriod(Desk.APRIL_28, Desk.MAY_10);
    private static final int ITALY = 220_000;

    static final String REFERENCE = "REFERENCE-OF-A-BANK-".repeat(12);

    private Gallery() {}

    static BillingDetails rossi() {
        return new BillingDetails(
                "Officine Meccaniche Rossi & Figli S.r.l.",
                "contabilita@example.it",
                "Via Garibaldi 12",
                "Torino",
                "10122",
                "IT12345678901");
    }

    static Desk paidAtOnce() {
        return paidAtOnce(Desk.ada());
    }

    static Desk paidAtOnce(BillingDetails details) {
        Desk desk = new Desk("zoom", "en-US", "USD", details);
        InvoiceLine line =
                desk.charge(1, 1, "pro", 10, new Priced(MONTH, "15.99", "159.90", 0, "0.00"));
        return desk.issues(
                1,
                Desk.APRIL_10,
                List.of(line),
                desk.payment(
                        1,
                        "ch_10000001_1",
                        desk.money("159.90"),
                        desk.money("0.00"),
                        Desk.APRIL_10));
    }

    /** Ten licences, then twelve, with Italian tax; the second invoice is open. */
    static Desk italianChange(String seller) {
        Desk desk = new Desk(seller, "it-IT", "EUR", rossi());
        Priced first = new Priced(MONTH, "15.99", "159.90", ITALY, "35.18");
        var _ = desk.issues(1, Desk.APRIL_10, List.of(desk.charge(1, 1, "pro", 10, first)));
        InvoiceLine credit =
                desk.credit(1, 1, "pro", 10, new Priced(REST, "15.99", "-63.96", ITALY, "-14.07"));
        InvoiceLine charge =
                desk.charge(2, 1, "pro", 12, new Priced(REST, "15.99", "76.75", ITALY, "16.89"));
        InvoiceLine other =
                desk.charge(
                        3, 2, "webinar-500", 2, new Priced(REST, "79.00", "63.20", ITALY, "13.90"));
        return desk.issues(2, Desk.APRIL_28, List.of(credit, charge, other));
    }

    static Desk manyLines(int count) {
        Desk desk = new Desk("zoom", "en-GB", "USD", Desk.ada());
        List<InvoiceLine> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Priced priced = new Priced(MONTH, "50.00", "50.00", 0, "0.00");
            lines.add(desk.charge(i, i, "large-meeting", 1, priced));
        }
        return desk.issues(1, Desk.APRIL_10, lines);
    }

    static Desk longNames() {
        String name =
                "The Very Long Established Company for the Manufacture of Exceptionally Fine"
                        + " Instruments and Donaudampfschifffahrtselektrizitaetenhauptbetriebs"
                        + "werkbauunterbeamtengesellschaft of Vienna and Trieste";
        Desk desk =
                new Desk(
                        "goto",
                        "en-US",
                        "JPY",
                        new BillingDetails(
                                name,
                                "office@example.com",
                                "Building 7, Entrance C, Floor 23, Example Avenue 12345",
                                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
                                "LL61 5UJ",
                                "GB123456789"));
        Priced priced = new Priced(MONTH, "2125", "2656250", 0, "0");
        return desk.issues(
                1,
                Desk.APRIL_10,
                List.of(desk.charge(1, 1, "pro", 1250, priced)),
                desk.payment(1, "ch_1", desk.money("2656250"), desk.money("0"), Desk.APRIL_10));
    }

    /** Italian invoice, partly paid by transfer and by credit, then partly credited. */
    static Desk partlyPaid() {
        Desk desk = italianChange("zoom");
        var _ =
                desk.happens(
                        desk.payment(
                                2,
                                "TRN-2025-0429",
                                desk.money("50.00"),
                                desk.money("0.00"),
                                Desk.MAY_10));
        var _ =
                desk.happens(
                        new CreditAllocated(
                                Desk.invoice(2),
                                desk.dossier().issued(Desk.invoice(2)).accountId(),
                                desk.money("20.00"),
                                List.of(),
                                Desk.MAY_10));
        return desk.happens(
                desk.creditNote(
                        1,
                        desk.money("63.96"),
                        desk.money("14.07"),
                        desk.money("78.03"),
                        Desk.APRIL_28));
    }

    static byte[] reverseCharged() {
        Desk desk = new Desk("goto", "it-IT", "EUR", rossi()).mentioning(TaxMention.REVERSE_CHARGE);
        Priced priced = new Priced(MONTH, "14.00", "14.00", 0, "0.00");
        return desk.issues(1, Desk.APRIL_10, List.of(desk.charge(1, 1, "pro", 1, priced)))
                .issued(1);
    }

    static byte[] longReference() {
        Desk desk = italianChange("zoom");
        return desk.happens(
                        desk.payment(
                                2, REFERENCE, desk.money("1.00"), desk.money("0.00"), Desk.MAY_10))
                .receipt(REFERENCE);
    }

    /** Half paid, and the rest given up. */
    static Desk writtenOff() {
        Desk desk = italianChange("zoom");
        var _ =
                desk.happens(
                        desk.payment(
                                2, "TRN-78", desk.money("50.00"), desk.money("0.00"), Desk.MAY_10));
        return desk.happens(
                new InvoiceWrittenOff(
                        Desk.invoice(2),
                        desk.dossier().issued(Desk.invoice(2)).accountId(),
                        desk.money("42.71"),
                        desk.money("0.00"),
                        "Insolvent",
                        Desk.MAY_10));
    }

    static Desk voided() {
        Desk desk = italianChange("zoom");
        InvoiceIssued issued = desk.dossier().issued(Desk.invoice(2));
        return desk.happens(
                new InvoiceVoided(
                        issued.invoiceId(),
                        issued.accountId(),
                        issued.net(),
                        issued.tax(),
                        "Issued by mistake",
                        Desk.MAY_10));
    }

    static Desk surplus() {
        Desk desk = italianChange("zoom");
        return desk.happens(
                desk.payment(2, "TRN-77", desk.money("92.71"), desk.money("43.33"), Desk.MAY_10));
    }
}
