package dev.mastro.shared.account;

import dev.mastro.shared.invoice.InvoiceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The open invoices of an account in the order in which money covers them: oldest due date, then
 * number (billing.md C10). A settled invoice leaves the list.
 */
public record Receivables(List<Receivable> open) {

    private static final Comparator<Receivable> COVERING_ORDER =
            Comparator.comparing(Receivable::dueOn).thenComparing(Receivable::number);

    /** Nothing owed. */
    public static Receivables none() {
        return new Receivables(List.of());
    }

    /** With one more invoice; one of a zero total owes nothing and is not added. */
    public Receivables plus(Receivable receivable) {
        if (receivable.outstanding().isZero()) {
            return this;
        }
        List<Receivable> more = new ArrayList<>(open);
        more.add(receivable);
        more.sort(COVERING_ORDER);
        return new Receivables(List.copyOf(more));
    }

    /**
     * With {@code amount} of the invoice settled.
     *
     * @throws IllegalStateException when the invoice owes less, which no decision may cause
     */
    public Receivables less(InvoiceId invoiceId, Money amount) {
        if (amount.isZero()) {
            return this;
        }
        Receivable before =
                find(invoiceId)
                        .orElseThrow(() -> new IllegalStateException("not open: " + invoiceId));
        Receivable after = before.less(amount);
        if (after.outstanding().isNegative()) {
            throw new IllegalStateException(invoiceId + " owes less than " + amount);
        }
        return new Receivables(
                open.stream()
                        .map(one -> one.invoiceId().equals(invoiceId) ? after : one)
                        .filter(one -> !one.outstanding().isZero())
                        .toList());
    }

    /** The receivable of an open invoice. */
    public Optional<Receivable> find(InvoiceId invoiceId) {
        return open.stream().filter(one -> one.invoiceId().equals(invoiceId)).findFirst();
    }

    /** What is still owed on an invoice; zero when it is settled. */
    public Money outstandingOf(InvoiceId invoiceId, CurrencyUnit currency) {
        return find(invoiceId).map(Receivable::outstanding).orElseGet(() -> Money.zero(currency));
    }

    /** Everything owed. */
    public Money total(CurrencyUnit currency) {
        return open.stream().map(Receivable::outstanding).reduce(Money.zero(currency), Money::plus);
    }

    /** Whether nothing is owed. */
    public boolean isEmpty() {
        return open.isEmpty();
    }
}
