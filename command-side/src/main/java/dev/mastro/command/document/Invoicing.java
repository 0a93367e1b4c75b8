package dev.mastro.command.document;

import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.account.PaymentTerms;
import dev.mastro.shared.invoice.InvoiceIssued;
import java.time.LocalDate;

/** Turns a draft into a legal document: numbers have no gaps because only here one is taken. */
public final class Invoicing {

    private static final String NUMBER = "%s-%s-%04d";

    private Invoicing() {}

    /** Issues the invoice on the day that counts. */
    public static void issue(Draft draft, InvoiceDraft invoice, Circumstances circumstances) {
        AccountState account = draft.book().account();
        LocalDate on = circumstances.today();
        LocalDate dueOn =
                account.profile().paymentTerms() == PaymentTerms.CARD
                        ? on
                        : on.plusDays(account.profile().netDays());
        String number =
                NUMBER.formatted(
                        circumstances.policy().documents().invoicePrefix(),
                        account.number(),
                        account.documents().invoices() + 1);
        draft.add(
                new InvoiceNumberAssigned(
                        account.id(), invoice.invoiceId(), number, invoice.total(), dueOn, on));
        draft.add(
                new InvoiceIssued(
                        invoice.invoiceId(),
                        account.id(),
                        number,
                        invoice.lines(),
                        invoice.net(),
                        invoice.tax(),
                        dueOn,
                        circumstances.pricedBy(),
                        on,
                        invoice.taxMention()));
    }

    static String creditNoteNumber(AccountState account, Circumstances circumstances) {
        return NUMBER.formatted(
                circumstances.policy().documents().creditNotePrefix(),
                account.number(),
                account.documents().creditNotes() + 1);
    }
}
