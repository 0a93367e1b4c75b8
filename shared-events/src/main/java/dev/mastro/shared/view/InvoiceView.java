package dev.mastro.shared.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.InvoiceStatus;
import dev.mastro.shared.invoice.TaxMention;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An invoice with its lines and everything that settled it (api.md 5). */
public record InvoiceView(
        InvoiceId id,
        String number,
        AccountId accountId,
        InvoiceStatus status,
        LocalDate issuedOn,
        LocalDate dueOn,
        List<LineView> lines,
        @Nullable TaxMention taxMention,
        @JsonUnwrapped Amounts amounts,
        @JsonUnwrapped History history) {

    /**
     * {@code total = paid + creditApplied + credited + writtenOff + due}, unless the invoice is
     * void.
     */
    public record Amounts(
            Money net,
            Money tax,
            Money total,
            Money paid,
            Money creditApplied,
            Money credited,
            Money writtenOff,
            Money due) {}

    /** What happened to the invoice, in order. */
    public record History(
            List<CreditNoteView> creditNotes,
            List<PaymentView> payments,
            List<PaymentView> refunds,
            List<PaymentView> disputes) {}

    /** The invoice as both sides show it. */
    public static InvoiceView of(InvoiceState invoice) {
        InvoiceIssued issued = invoice.issued();
        return new InvoiceView(
                invoice.id(),
                issued.number(),
                invoice.accountId(),
                invoice.status(),
                issued.effectiveOn(),
                invoice.dueOn(),
                issued.lines().stream().map(LineView::of).toList(),
                issued.taxMention(),
                amounts(invoice),
                history(invoice));
    }

    private static Amounts amounts(InvoiceState invoice) {
        Money net = invoice.issued().net();
        return new Amounts(
                net,
                invoice.issued().tax(),
                invoice.total(),
                invoice.paid(),
                invoice.creditApplied(),
                invoice.credited(),
                invoice.writtenOff(),
                invoice.outstanding());
    }

    private static History history(InvoiceState invoice) {
        return new History(
                invoice.creditNotes().stream().map(CreditNoteView::of).toList(),
                invoice.payments().stream().map(PaymentView::of).toList(),
                invoice.refunds().stream().map(PaymentView::of).toList(),
                invoice.disputes().stream().map(PaymentView::of).toList());
    }
}
