package dev.mastro.query.paper;

import dev.mastro.query.paper.Paper.Sum;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.invoice.CreditAllocated;
import dev.mastro.shared.invoice.CreditNoteIssued;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/** What has settled an invoice so far, one row for each fact. */
record SettlementRows(Letter letter, Dossier dossier) {

    List<Sum> of(List<InvoiceEvent> facts) {
        return facts.stream().flatMap(fact -> row(fact).stream()).toList();
    }

    private Optional<Sum> row(InvoiceEvent fact) {
        Words words = letter.words();
        return switch (fact) {
            case InvoiceIssued _ -> Optional.empty();
            case PaymentMissed _, PaymentLost _, RefundAllocated _, LineNetted _ ->
                    Optional.empty();
            case PaymentDisputed e -> Optional.of(money("disputed", e, e.amount()));
            case PaymentRestored e -> Optional.of(money("restored", e, e.amount().negated()));
            case InvoiceWrittenOff e -> Optional.of(money("written.off", e, e.amount().negated()));
            case PaymentAllocated e ->
                    Optional.of(
                            new Sum(
                                    words.get("paid", words.date(e.effectiveOn())),
                                    detail(e),
                                    less(e.amount()),
                                    ""));
            case CreditAllocated e ->
                    Optional.of(
                            Sum.of(
                                    words.get("credit.used", words.date(e.effectiveOn())),
                                    less(e.amount())));
            case CreditNoteIssued e -> credited(e);
            case InvoiceVoided e ->
                    Optional.of(
                            Sum.of(
                                    words.get("voided", words.date(e.effectiveOn())),
                                    less(e.net().plus(e.tax()))));
        };
    }

    private Sum money(String key, InvoiceEvent fact, Money amount) {
        Words words = letter.words();
        return Sum.of(words.get(key, words.date(fact.effectiveOn())), words.amount(amount));
    }

    private Optional<Sum> credited(CreditNoteIssued note) {
        Words words = letter.words();
        String granted =
                note.granted().isZero()
                        ? null
                        : words.get("note.granted", words.money(note.granted()), note.number());
        return Optional.of(
                new Sum(
                        words.get("credit.note", note.number(), words.date(note.effectiveOn())),
                        granted,
                        less(note.cancelled()),
                        ""));
    }

    private String detail(PaymentAllocated payment) {
        return Stream.concat(
                        dossier.payment(payment.reference()).map(this::way).stream(),
                        Stream.of(payment.reference()))
                .collect(Collectors.joining(", "));
    }

    private String way(PaymentReceived payment) {
        return letter.words().get("method." + payment.method());
    }

    private String less(Money amount) {
        return letter.words().amount(amount.negated());
    }
}
