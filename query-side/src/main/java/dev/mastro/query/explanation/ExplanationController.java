package dev.mastro.query.explanation;

import dev.mastro.query.invoice.Invoices;
import dev.mastro.query.platform.MalformedRequest;
import dev.mastro.query.platform.UnknownSubject;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.InvoiceState;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why a line has its amounts (api.md 5). */
@RestController
@RequestMapping("/api/v1/invoices/{idOrNumber}")
class ExplanationController {

    private final Invoices invoices;

    ExplanationController(Invoices invoices) {
        this.invoices = invoices;
    }

    @GetMapping("/lines/{line}/explanation")
    Explanation explain(@PathVariable String idOrNumber, @PathVariable String line) {
        InvoiceIssued invoice = invoices.state(idOrNumber).issued();
        InvoiceLine found = LineAmounts.line(invoice, number(line));
        if (!LineExplanations.isCredit(found)) {
            return LineExplanations.charge(invoice, found);
        }
        String credited = Objects.requireNonNull(found.credits()).invoiceId().toString();
        return LineExplanations.credit(invoice, found, invoices.state(credited).issued());
    }

    @GetMapping("/credit-notes/{note}/lines/{line}/explanation")
    Explanation explain(
            @PathVariable String idOrNumber, @PathVariable String note, @PathVariable String line) {
        InvoiceState invoice = invoices.state(idOrNumber);
        CreditNoteIssued found =
                invoice.creditNotes().stream()
                        .filter(one ->
                                one.number().equalsIgnoreCase(note)
                                        || one.creditNoteId().toString().equals(note))
                        .findFirst()
                        .orElseThrow(() -> UnknownSubject.of("credit note", note));
        int number = number(line);
        if (number > found.lines().size()) {
            throw UnknownSubject.of("line", line);
        }
        return LineExplanations.creditNote(invoice.issued(), found, number);
    }

    private static int number(String line) {
        if (!line.matches("[1-9][0-9]{0,8}")) {
            throw new MalformedRequest("line", line, "the number of a line, from 1 on");
        }
        return Integer.parseInt(line);
    }
}
