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

    private Invoicing() {}

    /** Issues the invoice on the day that counts. */
    public static void issue(Draft draft, InvoiceDraft planned, Circumstances circumstances) {
        AccountState account = draft.book().account();
        Netting netting = Netting.of(planned, draft.book(), circumstances);
        InvoiceDraft invoice = netting.invoice();
        LocalDate on = circumstances.today();
        LocalDate dueOn =
                account.profile().paymentTerms() == PaymentTerms.CARD
                        ? on
                        : on.plusDays(account.profile().netDays());
        String prefix = circumstances.policy().documents().invoicePrefix();
        String number = number(prefix, account, account.documents().invoices() + 1, circumstances);
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
        netting.facts().forEach(draft::add);
    }

    static String creditNoteNumber(AccountState account, Circumstances circumstances) {
        String prefix = circumstances.policy().documents().creditNotePrefix();
        return number(prefix, account, account.documents().creditNotes() + 1, circumstances);
    }

    /** A number of the seller's series is known once the document is recorded; it sorts last. */
    private static String number(
            String prefix, AccountState account, int position, Circumstances circumstances) {
        return switch (circumstances.policy().documents().numbering()) {
            case PER_ACCOUNT -> "%s-%s-%04d".formatted(prefix, account.number(), position);
            case PER_SELLER -> "%s-~%04d".formatted(prefix, position);
        };
    }
}
