package dev.mastro.command.document;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.account.CreditReturned;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.invoice.CreditNoteId;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * Gives lines back: a credit note for each invoice concerned. It cancels what is unpaid on that
 * invoice first; only what was settled becomes credit of the account (billing.md C10).
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
        Map<InvoiceId, List<CreditNoteLine>> byInvoice =
                closings.stream()
                        .filter(Closing::givesBack)
                        .collect(
                                Collectors.groupingBy(
                                        closing -> closing.closed().invoiceId(),
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                CreditNotes::line, Collectors.toList())));
        byInvoice.forEach(this::issue);
    }

    /** Gives lines of one invoice back. */
    @CanIgnoreReturnValue
    public CreditNoteIssued issue(InvoiceId invoiceId, List<CreditNoteLine> lines) {
        AccountState account = draft.book().account();
        InvoiceState invoice = draft.book().invoice(invoiceId);
        Money total = total(lines, account);
        Money outstanding = account.receivables().outstandingOf(invoiceId, account.currency());
        Money cancelled = total.isGreaterThan(outstanding) ? outstanding : total;
        CreditNoteId id = new CreditNoteId(DerivedIds.of(cause, "credit-note-" + invoiceId));
        GivenBack givenBack = GivenBack.of(invoice);
        CreditNoteIssued note =
                new CreditNoteIssued(
                        invoiceId,
                        account.id(),
                        id,
                        Invoicing.creditNoteNumber(account, circumstances),
                        lines,
                        cancelled,
                        givenBack.as(
                                total.minus(cancelled),
                                new GrantId(DerivedIds.of(id.value(), "grant"))),
                        reason,
                        circumstances.today());
        draft.add(
                new CreditNoteNumberAssigned(
                        account.id(), id, note.number(), invoiceId, cancelled, note.effectiveOn()));
        draft.add(note);
        note.grants().forEach(grant -> grant(grant, note, givenBack.isSpent(grant)));
        return note;
    }

    /** Credit comes back as it was: what has expired meanwhile is gone at once. */
    private void grant(CreditGrant grant, CreditNoteIssued note, boolean spentBefore) {
        AccountId account = note.accountId();
        if (!spentBefore) {
            draft.add(new CreditGranted(account, grant, reason.name(), note.effectiveOn()));
            return;
        }
        draft.add(new CreditReturned(account, grant, note.invoiceId(), note.effectiveOn()));
        if (grant.expiresOn() != null && grant.expiresOn().isBefore(note.effectiveOn())) {
            GrantPart part = new GrantPart(grant.grantId(), grant.amount(), grant.refundable());
            draft.add(new CreditExpired(account, part, note.effectiveOn()));
        }
    }

    private static Money total(List<CreditNoteLine> lines, AccountState account) {
        return lines.stream()
                .map(line -> line.net().plus(line.tax()))
                .reduce(Money.zero(account.currency()), Money::plus);
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
