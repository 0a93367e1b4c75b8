package dev.mastro.command.document;

import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.invoice.CreditNoteId;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * Gives lines back: a credit note for each invoice concerned. It cancels what is unpaid on that
 * invoice first; only the paid surplus becomes credit of the account (billing.md C10).
 */
public final class CreditNotes {

    private final Draft draft;
    private final Circumstances circumstances;
    private final CreditNoteReason reason;
    private final UUID cause;

    /** Credit notes for one reason; {@code cause} is what their ids derive from. */
    public CreditNotes(
            Draft draft, Circumstances circumstances, CreditNoteReason reason, UUID cause) {
        this.draft = draft;
        this.circumstances = circumstances;
        this.reason = reason;
        this.cause = cause;
    }

    /** Issues what the closings give back; those that give nothing back need no document. */
    public void giveBack(List<Closing> closings) {
        Map<InvoiceId, List<Closing>> byInvoice =
                closings.stream()
                        .filter(Closing::givesBack)
                        .collect(
                                Collectors.groupingBy(
                                        closing -> closing.closed().invoiceId(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byInvoice.forEach(this::issue);
    }

    private void issue(InvoiceId invoiceId, List<Closing> closings) {
        AccountState account = draft.book().account();
        Money total =
                closings.stream()
                        .map(closing -> closing.closed().remaining())
                        .reduce(Money.zero(account.currency()), Money::plus);
        Money outstanding = account.receivables().outstandingOf(invoiceId, account.currency());
        Money cancelled = total.isGreaterThan(outstanding) ? outstanding : total;
        Money granted = total.minus(cancelled);
        CreditNoteId id = new CreditNoteId(DerivedIds.of(cause, "credit-note-" + invoiceId));
        GrantId grantId = new GrantId(DerivedIds.of(id.value(), "grant"));
        String number = Invoicing.creditNoteNumber(account, circumstances);
        draft.add(
                new CreditNoteNumberAssigned(
                        account.id(), id, number, invoiceId, cancelled, circumstances.today()));
        draft.add(
                new CreditNoteIssued(
                        invoiceId,
                        account.id(),
                        id,
                        number,
                        closings.stream().map(CreditNotes::line).toList(),
                        cancelled,
                        granted,
                        granted.isZero() ? null : grantId,
                        reason,
                        circumstances.today()));
        grant(account, grantId, granted);
    }

    private void grant(AccountState account, GrantId grantId, Money granted) {
        if (granted.isPositive()) {
            CreditGrant grant =
                    new CreditGrant(grantId, granted, CreditSource.CREDIT_NOTE, true, null);
            draft.add(new CreditGranted(account.id(), grant, reason.name(), circumstances.today()));
        }
    }

    private static CreditNoteLine line(Closing closing) {
        return new CreditNoteLine(
                closing.closed().lineNumber(),
                closing.subscriptionId(),
                closing.basis().period().start(),
                closing.closed().remainingNet(),
                closing.closed().remainingTax());
    }
}
