package dev.mastro.command.payment;

import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.invoice.PaymentMissed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;

/** Lets a card settle an invoice that is in the draft, or notes that it did not. */
public final class Settling {

    private Settling() {}

    /** Settles the invoice with an authorised payment of exactly what is due. */
    public static void settle(
            Draft draft, InvoiceId invoiceId, Payment payment, Circumstances circumstances) {
        AccountState account = draft.book().account();
        Money due = account.receivables().outstandingOf(invoiceId, account.currency());
        if (!due.equals(payment.amount())) {
            throw Rejection.QUOTE_STALE.because(
                    "What is due has changed meanwhile.", Map.of("due", due), "Try again.");
        }
        String reference = Objects.requireNonNull(payment.reference());
        draft.add(
                new PaymentReceived(
                        account.id(),
                        reference,
                        due,
                        List.of(new Allocation(invoiceId, due)),
                        Money.zero(account.currency()),
                        PaymentWay.CARD,
                        circumstances.today()));
        draft.add(
                new PaymentAllocated(
                        invoiceId, account.id(), reference, due, circumstances.today()));
    }

    /** Notes a failed charge and when the dunning plan tries again (billing.md 6, question 5). */
    public static void miss(
            Draft draft, InvoiceId invoiceId, String code, Circumstances circumstances) {
        InvoiceState invoice = draft.book().invoice(invoiceId);
        int attempt = invoice.lastMiss() == null ? 1 : invoice.lastMiss().attempt() + 1;
        List<Integer> retries = circumstances.policy().nonPayment().retryDays();
        LocalDate next =
                attempt > retries.size()
                        ? null
                        : invoice.dueOn().plusDays(retries.get(attempt - 1));
        draft.add(
                new PaymentMissed(
                        invoiceId,
                        invoice.accountId(),
                        attempt,
                        code,
                        next,
                        circumstances.today()));
    }
}
