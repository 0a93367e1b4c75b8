package dev.mastro.query.timeline;

import static dev.mastro.query.timeline.Phrases.money;
import static dev.mastro.query.timeline.Phrases.remark;

import dev.mastro.shared.invoice.CreditAllocated;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceVoided;
import dev.mastro.shared.invoice.InvoiceWrittenOff;
import dev.mastro.shared.invoice.LineNetted;
import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.invoice.PaymentDisputed;
import dev.mastro.shared.invoice.PaymentLost;
import dev.mastro.shared.invoice.PaymentMissed;
import dev.mastro.shared.invoice.PaymentRestored;
import dev.mastro.shared.invoice.RefundAllocated;
import org.joda.money.Money;

/** The sentences of invoices and credit notes. */
final class InvoiceWords {

    private final Names names;

    InvoiceWords(Names names) {
        this.names = names;
    }

    Sentence sentenceFor(InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued e -> issued(e);
            case PaymentAllocated e -> paid(e);
            case CreditAllocated e ->
                    Sentence.of(
                                    "Account credit settles %s of %s"
                                            .formatted(money(e.amount()), number(e)))
                            .with("amount", e.amount());
            case CreditNoteIssued e -> credited(e);
            case LineNetted e ->
                    Sentence.of(
                                    "%s of %s is given back on %s"
                                            .formatted(
                                                    money(e.amount()), number(e), names.of(e.by())))
                            .with("amount", e.amount());
            case RefundAllocated e ->
                    told(
                            "Refund gives back %s of what %s paid on %s",
                            e.amount(), e.reference(), e);
            case PaymentMissed e -> missed(e);
            case PaymentDisputed e ->
                    told(
                            "%s owed again after the dispute about %s: %s",
                            e.amount(), e.reference(), e);
            case PaymentRestored e ->
                    told("%s settled again by payment %s: %s", e.amount(), e.reference(), e);
            case PaymentLost e ->
                    Sentence.of(
                            "%s is due on %s, since the dispute about %s was lost"
                                    .formatted(number(e), e.dueOn(), e.reference()));
            case InvoiceWrittenOff e -> writtenOff(e);
            case InvoiceVoided e ->
                    Sentence.of("Invoice %s voided%s".formatted(number(e), remark(e.reason())))
                            .with("total", e.net().plus(e.tax()));
        };
    }

    private Sentence told(String text, Money amount, String reference, InvoiceEvent event) {
        return Sentence.of(text.formatted(money(amount), reference, number(event)))
                .with("amount", amount);
    }

    private Sentence writtenOff(InvoiceWrittenOff event) {
        String text =
                "%s of %s written off%s"
                        .formatted(money(event.amount()), number(event), remark(event.reason()));
        return Sentence.of(text)
                .with("amount", event.amount())
                .with("taxRelief", event.taxRelief());
    }

    private String number(InvoiceEvent event) {
        return names.of(event.invoiceId());
    }

    private static Sentence issued(InvoiceIssued event) {
        Money total = event.net().plus(event.tax());
        String text =
                "Invoice %s over %s, due %s".formatted(event.number(), money(total), event.dueOn());
        return Sentence.of(text)
                .with("net", event.net())
                .with("tax", event.tax())
                .with("total", total);
    }

    private Sentence paid(PaymentAllocated event) {
        String text =
                "Payment %s settles %s of %s"
                        .formatted(event.reference(), money(event.amount()), number(event));
        return Sentence.of(text).with("amount", event.amount());
    }

    private Sentence credited(CreditNoteIssued event) {
        Money total = event.total();
        String text =
                "Credit note %s over %s on %s, %s: %s no longer owed, %s becomes credit"
                        .formatted(
                                event.number(),
                                money(total),
                                number(event),
                                why(event.reason()),
                                money(event.cancelled()),
                                money(event.granted()));
        return Sentence.of(text)
                .with("total", total)
                .with("cancelled", event.cancelled())
                .with("granted", event.granted());
    }

    private Sentence missed(PaymentMissed event) {
        String next =
                event.nextAttemptOn() == null
                        ? "no further attempt"
                        : "next attempt on " + event.nextAttemptOn();
        return Sentence.of(
                "Charge of %s failed, attempt %s (%s), %s"
                        .formatted(number(event), event.attempt(), event.code(), next));
    }

    private static String why(CreditNoteReason reason) {
        return switch (reason) {
            case PLAN_CHANGED -> "the subscription changed";
            case NON_PAYMENT -> "only days with access are owed";
            case EARLY_END -> "the service ended early";
            case UNUSED -> "the service was not used and is refunded";
            case REFUNDED -> "a payment is refunded";
        };
    }
}
