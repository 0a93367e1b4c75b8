package dev.mastro.query.timeline;

import static dev.mastro.query.timeline.Phrases.money;

import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.DebtWrittenOff;
import dev.mastro.shared.account.DisputeLost;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.DisputeWon;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.invoice.InvoiceId;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences of debts that were given up or came back. */
final class DebtWords {

    private final Names names;

    DebtWords(Names names) {
        this.names = names;
    }

    Sentence writtenOff(DebtWrittenOff event) {
        String blocks =
                event.stillBlocks()
                        ? "it must still be paid before anything is bought"
                        : "nothing waits for it";
        String text =
                "%s of %s given up as lost, %s"
                        .formatted(money(event.amount()), names.of(event.invoiceId()), blocks);
        return Sentence.of(text).with("writtenOff", event.amount());
    }

    Sentence disputed(DisputeOpened event) {
        String fee = event.fee() == null ? "" : ", fee " + money(event.fee());
        String text =
                "Payment %s of %s disputed and taken back%s%s"
                        .formatted(
                                event.reference(),
                                money(event.amount()),
                                fee,
                                list(
                                        ", owed again: ",
                                        event.reopened().stream()
                                                .map(Receivable::invoiceId)
                                                .toList()));
        Sentence sentence = Sentence.of(text).with("amount", event.amount());
        return event.fee() == null ? sentence : sentence.with("fee", event.fee());
    }

    Sentence won(DisputeWon event) {
        String text =
                "Dispute about payment %s won: %s received again%s"
                        .formatted(
                                event.reference(),
                                money(event.amount()),
                                list(
                                        ", settles ",
                                        event.allocations().stream()
                                                .map(Allocation::invoiceId)
                                                .toList()));
        return Sentence.of(text).with("amount", event.amount());
    }

    Sentence lost(DisputeLost event) {
        String text =
                "Dispute about payment %s lost: %s is gone%s"
                        .formatted(
                                event.reference(),
                                money(event.amount()),
                                list(", still owed: ", event.invoices()));
        return Sentence.of(text).with("amount", event.amount());
    }

    private String list(String before, List<InvoiceId> invoices) {
        return invoices.isEmpty()
                ? ""
                : invoices.stream().map(names::of).collect(Collectors.joining(", ", before, ""));
    }
}
