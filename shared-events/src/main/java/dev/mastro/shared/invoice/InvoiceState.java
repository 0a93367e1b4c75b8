package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The fold of an invoice's facts: its lines, and what settled it. {@code paid} is money, {@code
 * creditApplied} account credit, {@code credited} what credit notes cancelled. Replays; never
 * refuses.
 */
public record InvoiceState(
        InvoiceId id,
        AccountId accountId,
        InvoiceIssued issued,
        List<PaymentAllocated> payments,
        Money creditApplied,
        List<CreditNoteIssued> creditNotes,
        @Nullable PaymentMissed lastMiss,
        @Nullable InvoiceVoided voided) {

    /** The state after the first fact of an invoice. */
    public static InvoiceState issued(InvoiceIssued event) {
        return new InvoiceState(
                event.invoiceId(),
                event.accountId(),
                event,
                List.of(),
                Money.zero(event.net().getCurrencyUnit()),
                List.of(),
                null,
                null);
    }

    /** The state after a further fact. */
    public InvoiceState after(InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued e -> issued(e);
            case PaymentAllocated e ->
                    settled(plus(payments, e), creditApplied, creditNotes, lastMiss);
            case CreditAllocated e ->
                    settled(payments, creditApplied.plus(e.amount()), creditNotes, lastMiss);
            case CreditNoteIssued e ->
                    settled(payments, creditApplied, plus(creditNotes, e), lastMiss);
            case PaymentMissed e -> settled(payments, creditApplied, creditNotes, e);
            case InvoiceVoided e ->
                    new InvoiceState(
                            id,
                            accountId,
                            issued,
                            payments,
                            creditApplied,
                            creditNotes,
                            lastMiss,
                            e);
        };
    }

    private InvoiceState settled(
            List<PaymentAllocated> received,
            Money credit,
            List<CreditNoteIssued> notes,
            @Nullable PaymentMissed miss) {
        return new InvoiceState(id, accountId, issued, received, credit, notes, miss, voided);
    }

    /** What the document says in total. */
    public Money total() {
        return issued.net().plus(issued.tax());
    }

    /** Money received for it. */
    public Money paid() {
        return payments.stream().map(PaymentAllocated::amount).reduce(zero(), Money::plus);
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
        return total().minus(paid()).minus(creditApplied).minus(credited());
    }

    /** How it stands. */
    public InvoiceStatus status() {
        if (voided != null) {
            return InvoiceStatus.VOID;
        }
        if (outstanding().isPositive()) {
            return InvoiceStatus.OPEN;
        }
        boolean creditNotesAlone = credited().isPositive() && credited().isEqual(total());
        return creditNotesAlone ? InvoiceStatus.CREDITED : InvoiceStatus.PAID;
    }

    private Money zero() {
        return Money.zero(issued.net().getCurrencyUnit());
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return List.copyOf(more);
    }
}
