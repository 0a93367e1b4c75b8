package dev.mastro.command.document;

import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineNetted;
import dev.mastro.shared.invoice.LineReference;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * Earlier lines that an invoice gives back itself. What had settled them goes along: the invoice
 * carries the credit, and the earlier one remembers what left it, so that a gift does not become
 * money on the way (billing.md RF-3).
 */
record Netting(InvoiceDraft invoice, List<LineNetted> facts) {

    static Netting of(InvoiceDraft invoice, Book book, Circumstances circumstances) {
        List<InvoiceLine> lines = new ArrayList<>();
        List<LineNetted> facts = new ArrayList<>();
        Book after = book;
        for (InvoiceLine line : invoice.lines()) {
            LineReference earlier = line.credits();
            if (earlier == null) {
                lines.add(line);
            } else {
                LineNetted fact = netted(earlier, line, invoice, after, circumstances);
                after = after.after(fact);
                facts.add(fact);
                lines.add(line.carrying(fact.credit()));
            }
        }
        return new Netting(invoice.with(lines), List.copyOf(facts));
    }

    private static LineNetted netted(
            LineReference earlier,
            InvoiceLine line,
            InvoiceDraft invoice,
            Book book,
            Circumstances circumstances) {
        Money amount = line.amount().net().plus(line.amount().tax()).negated();
        List<CreditGrant> credit = GivenBack.of(book.invoice(earlier.invoiceId())).creditIn(amount);
        return new LineNetted(
                earlier.invoiceId(),
                book.account().id(),
                earlier.lineNumber(),
                invoice.invoiceId(),
                amount,
                credit,
                circumstances.today());
    }
}
