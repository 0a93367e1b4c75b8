package dev.mastro.command.refund;

import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.account.RefundId;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.invoice.RefundAllocated;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/** Sends money back on the ways on which it came. */
final class PayingBack {

    private final Draft draft;
    private final Circumstances circumstances;
    private final UUID cause;

    /** Ids derive from {@code cause}. */
    PayingBack(Draft draft, Circumstances circumstances, UUID cause) {
        this.draft = draft;
        this.circumstances = circumstances;
        this.cause = cause;
    }

    /** Pays {@code credit}, which came of an invoice, back to its payments, the last one first. */
    void payBack(InvoiceId invoiceId, CreditGrant credit) {
        Money left = credit.amount();
        for (String reference : references(draft.book().invoice(invoiceId)).reversed()) {
            Money part = least(left, refundable(invoiceId, reference));
            if (part.isPositive()) {
                RefundId id = new RefundId(DerivedIds.of(cause, "refund-" + reference));
                issue(id, reference, List.of(new GrantPart(credit.grantId(), part, true)));
                allocate(id, reference, invoiceId, part);
                left = left.minus(part);
            }
        }
    }

    private void issue(RefundId id, String reference, List<GrantPart> parts) {
        draft.add(
                new RefundIssued(
                        draft.book().account().id(),
                        id,
                        sum(parts),
                        parts,
                        CreditNoteReason.UNUSED.name(),
                        reference,
                        circumstances.today()));
    }

    private void allocate(RefundId id, String reference, InvoiceId invoice, Money amount) {
        draft.add(
                new RefundAllocated(
                        invoice,
                        draft.book().account().id(),
                        id,
                        reference,
                        amount,
                        circumstances.today()));
    }

    private Money refundable(InvoiceId invoice, String reference) {
        Money paid = draft.book().invoice(invoice).paidBy(reference);
        return draft.book()
                .payment(reference)
                .map(payment -> least(paid, payment.left()))
                .orElse(Money.zero(paid.getCurrencyUnit()));
    }

    private static List<String> references(InvoiceState invoice) {
        return invoice.payments().stream().map(PaymentAllocated::reference).distinct().toList();
    }

    private static Money sum(List<GrantPart> parts) {
        return parts.stream().map(GrantPart::amount).reduce(Money::plus).orElseThrow();
    }

    private static Money least(Money one, Money other) {
        return one.isGreaterThan(other) ? other : one;
    }
}
