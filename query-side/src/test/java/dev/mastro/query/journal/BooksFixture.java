package dev.mastro.query.journal;

import dev.mastro.query.EveryFact;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineAmount;
import dev.mastro.shared.invoice.LineBasis;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.LineReference;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** Invoices out of net and tax alone. */
final class BooksFixture {

    /** Net and tax of a line; a credit takes back from line 1 of {@link EveryFact#INVOICE}. */
    record Line(LineKind kind, Money net, Money tax) {}

    private BooksFixture() {}

    static Line charge(String net, String tax) {
        return new Line(LineKind.CHARGE, EveryFact.eur(net), EveryFact.eur(tax));
    }

    static Line credit(String net, String tax) {
        return new Line(LineKind.CREDIT, EveryFact.eur(net), EveryFact.eur(tax));
    }

    static InvoiceIssued invoice(Line... lines) {
        return invoice(List.of(lines));
    }

    static InvoiceIssued invoice(List<Line> lines) {
        List<InvoiceLine> numbered = new ArrayList<>();
        for (Line line : lines) {
            numbered.add(numbered(numbered.size() + 1, line));
        }
        return new InvoiceIssued(
                EveryFact.LATER_INVOICE,
                EveryFact.ACCOUNT,
                "INV-0002",
                numbered,
                lines.stream().map(Line::net).reduce(EveryFact.eur("0.00"), Money::plus),
                lines.stream().map(Line::tax).reduce(EveryFact.eur("0.00"), Money::plus),
                EveryFact.FEB_28,
                new PricedBy("zoom-1", "zoom-1"),
                EveryFact.FEB_14);
    }

    private static InvoiceLine numbered(int number, Line line) {
        BillingPeriod period = new BillingPeriod(EveryFact.FEB_14, EveryFact.FEB_28);
        return new InvoiceLine(
                number,
                EveryFact.SUBSCRIPTION,
                "pro",
                line.kind(),
                new LineBasis(period, 1, EveryFact.eur("15.99"), 28),
                new LineAmount(line.net(), EveryFact.VAT_22, line.tax()),
                line.kind() == LineKind.CREDIT ? new LineReference(EveryFact.INVOICE, 1) : null);
    }
}
