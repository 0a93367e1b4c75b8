package dev.mastro.shared.view;

import dev.mastro.shared.invoice.CreditNoteId;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.subscription.SubscriptionId;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * A credit note: {@code total} is what it gives back, of which {@code cancelled} lowered the debt
 * of its invoice and {@code granted} became account credit.
 */
public record CreditNoteView(
        CreditNoteId id,
        String number,
        CreditNoteReason reason,
        LocalDate issuedOn,
        List<CreditedPart> lines,
        Money total,
        Money cancelled,
        Money granted) {

    /** What is given back of one line of the invoice, from a date on. */
    public record CreditedPart(
            int line, SubscriptionId subscription, LocalDate from, Money net, Money tax) {

        private static CreditedPart of(CreditNoteLine line) {
            return new CreditedPart(
                    line.lineNumber(), line.subscriptionId(), line.from(), line.net(), line.tax());
        }
    }

    /** The document as both sides show it. */
    public static CreditNoteView of(CreditNoteIssued note) {
        return new CreditNoteView(
                note.creditNoteId(),
                note.number(),
                note.reason(),
                note.effectiveOn(),
                note.lines().stream().map(CreditedPart::of).toList(),
                note.total(),
                note.cancelled(),
                note.granted());
    }
}
