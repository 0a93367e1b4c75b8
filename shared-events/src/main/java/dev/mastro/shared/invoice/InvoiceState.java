package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The fold of an invoice's facts: its lines, and what settled it. {@code disputes} are the parts of
 * payments that were taken back and not restored, {@code writtenOff} what the books gave up and
 * nobody paid since, {@code netted} what later invoices gave back of its lines. Replays; never
 * refuses.
 */
public record InvoiceState(
        InvoiceIssued issued,
        List<PaymentAllocated> payments,
        List<CreditAllocated> credits,
        List<CreditNoteIssued> creditNotes,
        List<LineNetted> netted,
        List<RefundAllocated> refunds,
        List<PaymentDisputed> disputes,
        Money writtenOff,
        Collecting collecting,
        @Nullable InvoiceVoided voided) {

    /** The state after the first fact of an invoice. */
    public static InvoiceState issued(InvoiceIssued event) {
        return new InvoiceState(
                event,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Money.zero(event.net().getCurrencyUnit()),
                Collecting.UNTROUBLED,
                null);
    }

    /** The state after a further fact. */
    public InvoiceState after(InvoiceEvent event) {
        return new InvoiceFold(this).after(event);
    }

    /** The invoice. */
    public InvoiceId id() {
        return issued.invoiceId();
    }

    /** Whose it is. */
    public AccountId accountId() {
        return issued.accountId();
    }

    /** What the document says in total. */
    public Money total() {
        return issued.net().plus(issued.tax());
    }

    /** Money received for it and not taken back since. */
    public Money paid() {
        Money received = received();
        Money takenBack = disputed(one -> true);
        return takenBack.isGreaterThan(received) ? zero() : received.minus(takenBack);
    }

    /** What a payment paid of it, less what was refunded of that and what was taken back. */
    public Money paidBy(String reference) {
        return payments.stream()
                .filter(payment -> payment.reference().equals(reference))
                .map(PaymentAllocated::amount)
                .reduce(zero(), Money::plus)
                .minus(refunded(reference))
                .minus(disputed(one -> one.reference().equals(reference)));
    }

    /** Account credit that settled it, without credit whose payment was taken back. */
    public Money creditApplied() {
        Money applied = credits.stream().map(CreditAllocated::amount).reduce(zero(), Money::plus);
        return applied.minus(disputed(one -> true).minus(received().minus(paid())));
    }

    /** What credit notes cancelled of its debt. */
    public Money credited() {
        return creditNotes.stream().map(CreditNoteIssued::cancelled).reduce(zero(), Money::plus);
    }

    /**
     * What the customer still owes on it: total less everything that settled it, never negative.
     */
    public Money outstanding() {
        if (voided != null) {
            return zero();
        }
        return total().minus(paid()).minus(creditApplied()).minus(credited()).minus(writtenOff);
    }

    /** By when it must be paid: what the document says, or a later day after a lost dispute. */
    public LocalDate dueOn() {
        PaymentLost loss = collecting.lastLoss();
        return loss == null ? issued.dueOn() : loss.dueOn();
    }

    /** The last charge of it that failed, unless a lost dispute came after. */
    public @Nullable PaymentMissed lastMiss() {
        return collecting.lastMiss();
    }

    /** How it stands. */
    public InvoiceStatus status() {
        if (voided != null) {
            return InvoiceStatus.VOID;
        }
        if (outstanding().isPositive()) {
            return InvoiceStatus.OPEN;
        }
        if (writtenOff.isPositive()) {
            return InvoiceStatus.WRITTEN_OFF;
        }
        return isGivenBack() ? InvoiceStatus.CREDITED : InvoiceStatus.PAID;
    }

    private boolean isGivenBack() {
        Money givenBack =
                creditNotes.stream().map(CreditNoteIssued::total).reduce(zero(), Money::plus);
        return givenBack.isPositive() && givenBack.isEqual(total());
    }

    private Money received() {
        return payments.stream().map(PaymentAllocated::amount).reduce(zero(), Money::plus);
    }

    private Money refunded(String reference) {
        return refunds.stream()
                .filter(refund -> refund.reference().equals(reference))
                .map(RefundAllocated::amount)
                .reduce(zero(), Money::plus);
    }

    private Money disputed(Predicate<PaymentDisputed> counts) {
        return disputes.stream()
                .filter(counts)
                .map(PaymentDisputed::amount)
                .reduce(zero(), Money::plus);
    }

    private Money zero() {
        return Money.zero(issued.net().getCurrencyUnit());
    }

    static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return List.copyOf(more);
    }
}
