package dev.mastro.shared.account;

import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The open invoices of an account in the order in which money covers them: oldest due date, then
 * number (billing.md C10). A settled invoice leaves the list. Beside them, what was written off and
 * not paid since, and the disputes about payments that are not decided yet.
 */
public record Receivables(
        List<Receivable> open, List<WrittenOffDebt> writtenOff, List<DisputeOpened> disputes) {

    private static final Comparator<Receivable> COVERING_ORDER =
            Comparator.comparing(Receivable::dueOn).thenComparing(Receivable::number);

    /** Nothing owed. */
    public static Receivables none() {
        return new Receivables(List.of(), List.of(), List.of());
    }

    /**
     * With one more debt, on a new invoice or on one that is open already; a zero amount owes
     * nothing and is not added.
     */
    public Receivables plus(Receivable receivable) {
        if (receivable.outstanding().isZero()) {
            return this;
        }
        Optional<Receivable> before = find(receivable.invoiceId());
        if (before.isPresent()) {
            return with(one -> one.equals(before.get()) ? one.plus(receivable.outstanding()) : one);
        }
        List<Receivable> more = new ArrayList<>(open);
        more.add(receivable);
        return with(more);
    }

    /**
     * With {@code amount} of the invoice settled, of what is open first and then of what was
     * written off.
     *
     * @throws IllegalStateException when the invoice owes less, which no decision may cause
     */
    public Receivables less(InvoiceId invoiceId, Money amount) {
        Money owed = outstandingOf(invoiceId, amount.getCurrencyUnit());
        if (!amount.isGreaterThan(owed)) {
            return lessOpen(invoiceId, amount);
        }
        return lessOpen(invoiceId, owed).lessWrittenOff(invoiceId, amount.minus(owed));
    }

    /** With what is open on an invoice given up in the books. */
    public Receivables writtenOff(DebtWrittenOff event) {
        Receivable debt =
                find(event.invoiceId())
                        .orElseThrow(
                                () -> new IllegalStateException("not open: " + event.invoiceId()));
        List<WrittenOffDebt> more = new ArrayList<>(writtenOff);
        more.add(
                new WrittenOffDebt(
                        debt.invoiceId(),
                        debt.number(),
                        event.amount(),
                        event.taxRelief(),
                        event.stillBlocks()));
        return new Receivables(
                lessOpen(event.invoiceId(), event.amount()).open, List.copyOf(more), disputes);
    }

    /** With what a disputed payment had settled owed again. */
    public Receivables disputed(DisputeOpened event) {
        Receivables after = this;
        for (Receivable again : event.reopened()) {
            after = after.plus(again);
        }
        List<DisputeOpened> more = new ArrayList<>(disputes);
        more.add(event);
        return new Receivables(after.open, writtenOff, List.copyOf(more));
    }

    /** Without the dispute about a payment. */
    public Receivables undisputed(String reference) {
        return new Receivables(
                open,
                writtenOff,
                disputes.stream().filter(one -> !one.reference().equals(reference)).toList());
    }

    /** With these invoices due on another day. */
    public Receivables dueOn(List<InvoiceId> invoices, LocalDate date) {
        return with(one -> invoices.contains(one.invoiceId()) ? one.movedTo(date) : one);
    }

    /** The receivable of an open invoice. */
    public Optional<Receivable> find(InvoiceId invoiceId) {
        return open.stream().filter(one -> one.invoiceId().equals(invoiceId)).findFirst();
    }

    /** What is still open on an invoice; zero when it is settled. */
    public Money outstandingOf(InvoiceId invoiceId, CurrencyUnit currency) {
        return find(invoiceId).map(Receivable::outstanding).orElseGet(() -> Money.zero(currency));
    }

    /** What may be paid on an invoice: what is open, and what was written off. */
    public Money payableOf(InvoiceId invoiceId, CurrencyUnit currency) {
        return writtenOffOf(invoiceId)
                .map(WrittenOffDebt::outstanding)
                .reduce(outstandingOf(invoiceId, currency), Money::plus);
    }

    /** Whether a dispute about a payment of this invoice is not decided yet. */
    public boolean isDisputed(InvoiceId invoiceId) {
        return disputes.stream()
                .flatMap(dispute -> dispute.reopened().stream())
                .anyMatch(one -> one.invoiceId().equals(invoiceId));
    }

    /** Everything that is open. */
    public Money total(CurrencyUnit currency) {
        return open.stream().map(Receivable::outstanding).reduce(Money.zero(currency), Money::plus);
    }

    /** Everything that was written off and not paid since. */
    public Money totalWrittenOff(CurrencyUnit currency) {
        return writtenOff.stream()
                .map(WrittenOffDebt::outstanding)
                .reduce(Money.zero(currency), Money::plus);
    }

    /** Whether nothing is open. */
    public boolean isEmpty() {
        return open.isEmpty();
    }

    private Stream<WrittenOffDebt> writtenOffOf(InvoiceId invoiceId) {
        return writtenOff.stream().filter(one -> one.invoiceId().equals(invoiceId));
    }

    private Receivables lessOpen(InvoiceId invoiceId, Money amount) {
        if (amount.isZero()) {
            return this;
        }
        return with(one -> one.invoiceId().equals(invoiceId) ? one.less(amount) : one);
    }

    private Receivables lessWrittenOff(InvoiceId invoiceId, Money amount) {
        List<WrittenOffDebt> after = new ArrayList<>();
        Money wanted = amount;
        for (WrittenOffDebt debt : writtenOff) {
            Money part = Money.zero(amount.getCurrencyUnit());
            if (debt.invoiceId().equals(invoiceId)) {
                part = wanted.isGreaterThan(debt.outstanding()) ? debt.outstanding() : wanted;
            }
            wanted = wanted.minus(part);
            if (debt.outstanding().isGreaterThan(part)) {
                after.add(part.isZero() ? debt : debt.less(part));
            }
        }
        if (wanted.isPositive()) {
            throw new IllegalStateException(invoiceId + " owes less than " + amount);
        }
        return new Receivables(open, List.copyOf(after), disputes);
    }

    private Receivables with(UnaryOperator<Receivable> change) {
        return with(open.stream().map(change).toList());
    }

    private Receivables with(List<Receivable> changed) {
        return new Receivables(
                changed.stream()
                        .filter(one -> !one.outstanding().isZero())
                        .sorted(COVERING_ORDER)
                        .toList(),
                writtenOff,
                disputes);
    }
}
