package dev.mastro.query.timeline;

import static dev.mastro.query.timeline.Phrases.money;
import static dev.mastro.query.timeline.Phrases.remark;

import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.account.CreditReturned;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.account.ReceivableCleared;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.account.RefundSettled;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences of debt, payments and credit on an account. */
final class MoneyWords {

    private final Names names;

    MoneyWords(Names names) {
        this.names = names;
    }

    Sentence owed(InvoiceNumberAssigned event) {
        String text =
                "%s owed on %s by %s"
                        .formatted(money(event.total()), event.number(), event.dueOn());
        return Sentence.of(text).with("owed", event.total());
    }

    Sentence owedLess(CreditNoteNumberAssigned event) {
        String text =
                "%s of %s no longer owed, credit note %s"
                        .formatted(
                                money(event.cancelled()),
                                names.of(event.invoiceId()),
                                event.number());
        return Sentence.of(text).with("cancelled", event.cancelled());
    }

    Sentence cleared(ReceivableCleared event) {
        String text =
                "%s of %s no longer owed, the invoice is void"
                        .formatted(money(event.amount()), names.of(event.invoiceId()));
        return Sentence.of(text).with("cancelled", event.amount());
    }

    Sentence received(PaymentReceived event) {
        String surplus =
                event.surplus().isZero() ? "" : ", %s too much".formatted(money(event.surplus()));
        String text =
                "Payment %s received %s (reference %s)%s%s"
                        .formatted(
                                money(event.amount()),
                                way(event.method()),
                                event.reference(),
                                settled(event.allocations()),
                                surplus);
        Sentence sentence = Sentence.of(text).with("amount", event.amount());
        return event.surplus().isZero() ? sentence : sentence.with("surplus", event.surplus());
    }

    Sentence granted(CreditGranted event) {
        CreditGrant grant = event.grant();
        String expires = grant.expiresOn() == null ? "" : ", to be spent by " + grant.expiresOn();
        String text =
                "Credit of %s granted: %s%s%s"
                        .formatted(
                                money(grant.amount()),
                                from(grant.source()),
                                remark(event.reason()),
                                expires);
        return Sentence.of(text).with("amount", grant.amount());
    }

    Sentence applied(CreditApplied event) {
        String text =
                "Credit of %s spent on %s"
                        .formatted(money(event.amount()), names.of(event.invoiceId()));
        return Sentence.of(text).with("amount", event.amount());
    }

    Sentence expired(CreditExpired event) {
        return Sentence.of("Credit of %s expired".formatted(money(event.part().amount())))
                .with("amount", event.part().amount());
    }

    Sentence returned(CreditReturned event) {
        String text =
                "Credit of %s is back from %s: %s"
                        .formatted(
                                money(event.grant().amount()),
                                names.of(event.invoiceId()),
                                from(event.grant().source()));
        return Sentence.of(text).with("amount", event.grant().amount());
    }

    Sentence refunded(RefundIssued event) {
        String what = event.reference() == null ? "credit" : "payment " + event.reference();
        String text =
                "Refund of %s of %s issued%s"
                        .formatted(money(event.amount()), what, remark(event.reason()));
        return Sentence.of(text).with("amount", event.amount());
    }

    Sentence settled(RefundSettled event) {
        return Sentence.of("Refund of %s paid out".formatted(money(event.amount())))
                .with("amount", event.amount());
    }

    private String settled(List<Allocation> allocations) {
        if (allocations.isEmpty()) {
            return "";
        }
        boolean several = allocations.size() > 1;
        return allocations.stream()
                .map(one ->
                        names.of(one.invoiceId()) + (several ? " with " + money(one.amount()) : ""))
                .collect(Collectors.joining(", ", ", settles ", ""));
    }

    private static String way(PaymentWay way) {
        return switch (way) {
            case CARD -> "by card";
            case BANK_TRANSFER -> "by bank transfer";
            case EXPRESS -> "by express payment";
        };
    }

    private static String from(CreditSource source) {
        return switch (source) {
            case GOODWILL -> "goodwill";
            case CREDIT_NOTE -> "paid part of a credit note";
            case PAYMENT_SURPLUS -> "paid too much";
        };
    }
}
