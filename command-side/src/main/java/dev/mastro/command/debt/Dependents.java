package dev.mastro.command.debt;

import dev.mastro.command.ledger.Book;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.LineReference;
import dev.mastro.shared.invoice.PaymentAllocated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What depends on an invoice, so that it cannot be void (billing.md pitfall 18). */
final class Dependents {

    private Dependents() {}

    /** The subscriptions in use that an invoice bills. */
    static List<String> servicesOn(InvoiceId invoice, Book book) {
        return book.live().stream()
                .filter(one -> one.line().invoiceId().equals(invoice))
                .map(one -> one.id().toString())
                .toList();
    }

    /** Everything, by kind; empty when nothing does. The book must have looked back. */
    static Map<String, Object> of(InvoiceState invoice, Book book) {
        Map<String, Object> found = new LinkedHashMap<>();
        put(found, "subscriptions", servicesOn(invoice.id(), book));
        put(
                found,
                "payments",
                invoice.payments().stream().map(PaymentAllocated::reference).distinct().toList());
        put(
                found,
                "creditNotes",
                invoice.creditNotes().stream().map(CreditNoteIssued::number).toList());
        put(found, "invoices", connected(invoice, book));
        if (invoice.creditApplied().isPositive()) {
            found.put("creditApplied", invoice.creditApplied());
        }
        if (invoice.writtenOff().isPositive()) {
            found.put("writtenOff", invoice.writtenOff());
        }
        return found;
    }

    /** Invoices whose lines this one gives back, and those that give its own lines back. */
    private static List<String> connected(InvoiceState invoice, Book book) {
        Stream<InvoiceId> before =
                credits(invoice)
                        .map(LineReference::invoiceId)
                        .filter(id -> !id.equals(invoice.id()));
        Stream<InvoiceId> after =
                book.invoices().values().stream()
                        .filter(other -> other.voided() == null)
                        .filter(other ->
                                credits(other)
                                        .anyMatch(one -> one.invoiceId().equals(invoice.id())))
                        .map(InvoiceState::id);
        return Stream.concat(before, after)
                .distinct()
                .map(id -> book.invoice(id).issued().number())
                .toList();
    }

    private static Stream<LineReference> credits(InvoiceState invoice) {
        return invoice.issued().lines().stream().map(InvoiceLine::credits).filter(Objects::nonNull);
    }

    private static void put(Map<String, Object> found, String kind, List<String> names) {
        if (!names.isEmpty()) {
            found.put(kind, names);
        }
    }
}
