package dev.mastro.command.debt;

import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.debt.DebtCommands.VoidInvoice;
import dev.mastro.command.debt.DebtCommands.WriteOffInvoice;
import dev.mastro.command.document.Voiding;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.DebtWrittenOff;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.InvoiceWrittenOff;
import dev.mastro.shared.money.Proration;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** Invoices written off and voided. */
public final class DebtDecisions {

    private DebtDecisions() {}

    /** Judges a command that gives an invoice up. */
    public static Draft decide(DebtCommands command, Book book, Circumstances circumstances) {
        AccountRules.requireActorMay(ActorRight.GIVE_UP_DEBTS, circumstances);
        Draft draft = new Draft(book);
        switch (command) {
            case WriteOffInvoice c -> writeOff(draft, c, circumstances);
            case VoidInvoice c -> makeVoid(draft, c, circumstances);
        }
        return draft;
    }

    /** A service in use keeps its invoice: what is given back of it must cancel this debt. */
    private static void writeOff(
            Draft draft, WriteOffInvoice command, Circumstances circumstances) {
        AccountState account = draft.book().account();
        Receivable open =
                account.receivables()
                        .find(command.invoiceId())
                        .orElseThrow(() ->
                                Rejection.NOTHING_OUTSTANDING.because(
                                        "Nothing is owed on this invoice."));
        if (account.receivables().isDisputed(command.invoiceId())) {
            AccountRules.requireNoDispute(account);
        }
        List<String> billing = Dependents.servicesOn(command.invoiceId(), draft.book());
        if (!billing.isEmpty()) {
            throw Rejection.INVOICE_IN_USE.because(
                    "A service in use is billed by this invoice.",
                    Map.of("subscriptions", billing),
                    "End the service first, for example by a downgrade.");
        }
        InvoiceState invoice = draft.book().invoice(command.invoiceId());
        Money relief = taxRelief(invoice, circumstances);
        draft.add(
                new DebtWrittenOff(
                        account.id(),
                        invoice.id(),
                        open.outstanding(),
                        relief,
                        circumstances.policy().access().writtenOffStillBlocks(),
                        circumstances.today()));
        draft.add(
                new InvoiceWrittenOff(
                        invoice.id(),
                        account.id(),
                        open.outstanding(),
                        relief,
                        command.reason(),
                        circumstances.today()));
    }

    /** The tax in what is owed: its share of what credit notes have left of the invoice. */
    private static Money taxRelief(InvoiceState invoice, Circumstances circumstances) {
        Money tax = invoice.issued().tax();
        Money gross = invoice.total();
        if (!circumstances.policy().arithmetic().badDebtTaxRelief()) {
            return Money.zero(tax.getCurrencyUnit());
        }
        for (CreditNoteIssued note : invoice.creditNotes()) {
            gross = gross.minus(note.total());
            for (CreditNoteLine line : note.lines()) {
                tax = tax.minus(line.tax());
            }
        }
        return Proration.share(
                tax, invoice.outstanding().getAmountMinorLong(), gross.getAmountMinorLong());
    }

    /** Voiding twice is one void. */
    private static void makeVoid(Draft draft, VoidInvoice command, Circumstances circumstances) {
        InvoiceState invoice = draft.book().invoice(command.invoiceId());
        if (invoice.voided() != null) {
            return;
        }
        Map<String, Object> dependents = Dependents.of(invoice, draft.book());
        if (!dependents.isEmpty()) {
            throw Rejection.INVOICE_IN_USE.because(
                    "Something depends on this invoice.",
                    dependents,
                    "Give it back by a credit note instead.");
        }
        Voiding.of(draft, invoice, command.reason(), circumstances);
    }
}
