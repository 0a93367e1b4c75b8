package dev.mastro.query.journal;

import static dev.mastro.query.EveryFact.ACCOUNT;
import static dev.mastro.query.EveryFact.CREDIT_NOTE;
import static dev.mastro.query.EveryFact.SUBSCRIPTION;
import static dev.mastro.query.EveryFact.VAT_22;
import static dev.mastro.query.EveryFact.eur;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineAmount;
import dev.mastro.shared.invoice.LineBasis;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.LineReference;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.ClosedLine;
import dev.mastro.shared.subscription.EndCause;
import dev.mastro.shared.subscription.EndState;
import dev.mastro.shared.subscription.LicencesAdjusted;
import dev.mastro.shared.subscription.ProductChanged;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import dev.mastro.shared.subscription.SubscriptionStarted;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Example E2E-1 of billing.md up to the day before its refund: the facts, amounts written out. */
final class FirstInvoiceToRefund {

    private static final SubscribedProduct PRO_10 = monthly("pro", 10, "15.99");
    private static final SubscribedProduct PRO_12 = monthly("pro", 12, "15.99");
    private static final SubscribedProduct BUSINESS_12 = monthly("business", 12, "21.99");
    private static final SubscribedProduct PRO_ANNUAL_5 =
            new SubscribedProduct("pro", BillingCycle.ANNUAL, 5, eur("159.90"));
    private static final SubscriptionId SECOND = new SubscriptionId(new UUID(0, 99));

    private static final ActiveLine LINE_1 =
            line(1, 1, "2025-01-31", "2025-02-28", "159.90", "35.18");
    private static final ActiveLine LINE_2 =
            line(2, 2, "2025-02-14", "2025-02-28", "95.94", "21.11");
    private static final ActiveLine LINE_3 =
            line(3, 1, "2025-02-28", "2025-03-31", "191.88", "42.21");
    private static final ActiveLine LINE_4 =
            line(4, 2, "2025-03-15", "2025-03-31", "136.20", "29.96");
    private static final ActiveLine LINE_5 =
            line(5, 1, "2025-03-31", "2025-04-30", "263.88", "58.05");
    private static final ActiveLine LINE_6 =
            line(6, 1, "2025-05-02", "2026-05-02", "799.50", "175.89");

    private static final ClosedLine CLOSED_1 = closed(LINE_1, "2025-02-14", "79.95", "17.59");
    private static final ClosedLine CLOSED_3 = closed(LINE_3, "2025-03-15", "99.03", "21.79");
    private static final ClosedLine CLOSED_5 = closed(LINE_5, "2025-04-14", "140.74", "30.96");

    private FirstInvoiceToRefund() {}

    static List<LedgerEvent> facts() {
        return Stream.of(firstMonths(), anotherProduct(), endAndReturn())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LedgerEvent> firstMonths() {
        return List.of(
                new SubscriptionStarted(
                        SUBSCRIPTION,
                        ACCOUNT,
                        PRO_10,
                        day("2025-01-31"),
                        LINE_1,
                        null,
                        day("2025-01-31")),
                invoice(1, "2025-01-31", charge(LINE_1, PRO_10)),
                paid(1, "195.08", "2025-01-31"),
                new LicencesAdjusted(
                        SUBSCRIPTION,
                        ACCOUNT,
                        PRO_10,
                        PRO_12,
                        day("2025-01-31"),
                        CLOSED_1,
                        LINE_2,
                        day("2025-02-14")),
                invoice(2, "2025-02-14", credit(CLOSED_1, PRO_10), charge(LINE_2, PRO_12)),
                paid(2, "19.51", "2025-02-14"),
                renewed(PRO_12, LINE_3, "2025-02-28"),
                invoice(3, "2025-02-28", charge(LINE_3, PRO_12)),
                paid(3, "234.09", "2025-02-28"));
    }

    private static List<LedgerEvent> anotherProduct() {
        return List.of(
                new ProductChanged(
                        SUBSCRIPTION,
                        ACCOUNT,
                        PRO_12,
                        BUSINESS_12,
                        day("2025-01-31"),
                        CLOSED_3,
                        LINE_4,
                        day("2025-03-15")),
                invoice(4, "2025-03-15", credit(CLOSED_3, PRO_12), charge(LINE_4, BUSINESS_12)),
                paid(4, "45.34", "2025-03-15"),
                renewed(BUSINESS_12, LINE_5, "2025-03-31"),
                invoice(5, "2025-03-31", charge(LINE_5, BUSINESS_12)),
                paid(5, "60.00", "2025-04-05"));
    }

    private static List<LedgerEvent> endAndReturn() {
        return List.of(
                new SubscriptionEnded(
                        SUBSCRIPTION,
                        ACCOUNT,
                        EndCause.NON_PAYMENT,
                        EndState.BASIC,
                        CLOSED_5,
                        day("2025-04-14")),
                creditNote(),
                paid(5, "90.23", "2025-04-20"),
                new SubscriptionStarted(
                        SECOND,
                        ACCOUNT,
                        PRO_ANNUAL_5,
                        day("2025-05-02"),
                        LINE_6,
                        null,
                        day("2025-05-02")),
                invoice(6, "2025-05-02", charge(LINE_6, PRO_ANNUAL_5)),
                paid(6, "975.39", "2025-05-02"));
    }

    private static CreditNoteIssued creditNote() {
        return new CreditNoteIssued(
                LINE_5.invoiceId(),
                ACCOUNT,
                CREDIT_NOTE,
                "CN-0001",
                List.of(
                        new CreditNoteLine(
                                1, SUBSCRIPTION, day("2025-04-14"), eur("140.74"), eur("30.96"))),
                eur("171.70"),
                List.of(),
                CreditNoteReason.NON_PAYMENT,
                day("2025-04-14"));
    }

    private static SubscriptionRenewed renewed(
            SubscribedProduct product, ActiveLine line, String on) {
        return new SubscriptionRenewed(
                SUBSCRIPTION, ACCOUNT, product, day("2025-01-31"), line, day(on));
    }

    private static InvoiceIssued invoice(int number, String on, InvoiceLine... lines) {
        List<LineAmount> amounts = List.of(lines).stream().map(InvoiceLine::amount).toList();
        return new InvoiceIssued(
                invoiceId(number),
                ACCOUNT,
                "INV-000" + number,
                List.of(lines),
                amounts.stream().map(LineAmount::net).reduce((a, b) -> a.plus(b)).orElseThrow(),
                amounts.stream().map(LineAmount::tax).reduce((a, b) -> a.plus(b)).orElseThrow(),
                day(on),
                new PricedBy("zoom-1", "zoom-1"),
                day(on));
    }

    private static InvoiceLine charge(ActiveLine line, SubscribedProduct product) {
        return new InvoiceLine(
                line.lineNumber(),
                SUBSCRIPTION,
                product.product(),
                LineKind.CHARGE,
                basis(product, line.period()),
                new LineAmount(line.net(), VAT_22, line.tax()),
                null);
    }

    private static InvoiceLine credit(ClosedLine line, SubscribedProduct product) {
        return new InvoiceLine(
                1,
                SUBSCRIPTION,
                product.product(),
                LineKind.CREDIT,
                basis(product, new BillingPeriod(line.closedOn(), line.closedOn().plusDays(14))),
                new LineAmount(
                        line.remainingNet().negated(), VAT_22, line.remainingTax().negated()),
                new LineReference(line.invoiceId(), line.lineNumber()));
    }

    private static LineBasis basis(SubscribedProduct product, BillingPeriod period) {
        return new LineBasis(period, product.licences(), product.unitPrice(), period.days());
    }

    private static PaymentReceived paid(int invoice, String amount, String on) {
        return new PaymentReceived(
                ACCOUNT,
                "WIRE-" + invoice + "-" + amount,
                eur(amount),
                List.of(new Allocation(invoiceId(invoice), eur(amount))),
                eur("0.00"),
                PaymentWay.CARD,
                day(on));
    }

    private static ActiveLine line(
            int invoice, int number, String start, String end, String net, String tax) {
        return new ActiveLine(
                invoiceId(invoice),
                number,
                new BillingPeriod(day(start), day(end)),
                eur(net),
                eur(tax),
                VAT_22);
    }

    private static ClosedLine closed(ActiveLine line, String on, String net, String tax) {
        return new ClosedLine(
                line.invoiceId(), line.lineNumber(), day(on), eur(net), eur(tax), VAT_22);
    }

    private static SubscribedProduct monthly(String product, int licences, String unitPrice) {
        return new SubscribedProduct(product, BillingCycle.MONTHLY, licences, eur(unitPrice));
    }

    private static InvoiceId invoiceId(int number) {
        return new InvoiceId(new UUID(1, number));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
