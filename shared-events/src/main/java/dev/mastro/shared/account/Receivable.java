package dev.mastro.shared.account;

import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.joda.money.Money;

/** What the account still owes on one open invoice; {@code outstanding} is positive. */
public record Receivable(
        InvoiceId invoiceId,
        String number,
        Money outstanding,
        LocalDate dueOn,
        LocalDate issuedOn) {

    /** The same invoice with {@code amount} settled. */
    public Receivable less(Money amount) {
        return new Receivable(invoiceId, number, outstanding.minus(amount), dueOn, issuedOn);
    }

    /** The same invoice with {@code amount} owed again. */
    public Receivable plus(Money amount) {
        return new Receivable(invoiceId, number, outstanding.plus(amount), dueOn, issuedOn);
    }

    /** The same invoice, due on another day. */
    public Receivable movedTo(LocalDate date) {
        return new Receivable(invoiceId, number, outstanding, date, issuedOn);
    }

    /** Whether the due date lies before {@code date}. */
    public boolean overdueOn(LocalDate date) {
        return dueOn.isBefore(date);
    }
}
