package dev.mastro.command.payment;

import dev.mastro.command.document.CreditSpending;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.ReceivedPayment;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.Receivables;
import dev.mastro.shared.account.WrittenOffDebt;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.PaymentAllocated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.joda.money.Money;

/** What money that arrived does: it settles debt, and what exceeds the debt becomes credit. */
public final class PaymentDecisions {

    private PaymentDecisions() {}

    /** Takes the money in. Whether the reference was seen before is the caller's to know. */
    public static Draft receive(ReceivePayment command, Book book, Circumstances circumstances) {
        InvoiceId meant = command.invoice();
        Draft draft = new Draft(book);
        receive(draft, command, id -> meant == null || id.equals(meant), circumstances);
        return draft;
    }

    /** Takes the money in for those open invoices in the draft for which it is meant. */
    public static void receive(
            Draft draft,
            ReceivePayment command,
            Predicate<InvoiceId> meant,
            Circumstances circumstances) {
        requireAmount(command.amount(), draft.book().account());
        LocalDate valueDate = valueDate(command, circumstances);
        List<Allocation> allocations =
                allocate(draft.book().account().receivables(), command.amount(), meant);
        Money settled =
                allocations.stream()
                        .map(Allocation::amount)
                        .reduce(Money.zero(command.amount().getCurrencyUnit()), Money::plus);
        Money surplus = command.amount().minus(settled);
        draft.add(
                new PaymentReceived(
                        command.accountId(),
                        command.reference(),
                        command.amount(),
                        allocations,
                        surplus,
                        command.method(),
                        valueDate));
        for (Allocation allocation : allocations) {
            draft.add(
                    new PaymentAllocated(
                            allocation.invoiceId(),
                            command.accountId(),
                            command.reference(),
                            allocation.amount(),
                            valueDate));
        }
        grantSurplus(draft, command, surplus, valueDate);
        if (surplus.isPositive()) {
            CreditSpending.onOpenInvoices(draft, circumstances);
        }
    }

    private static LocalDate valueDate(ReceivePayment command, Circumstances circumstances) {
        LocalDate valueDate =
                command.valueDate() == null ? circumstances.today() : command.valueDate();
        if (valueDate.isAfter(circumstances.today())) {
            throw Rejection.EFFECTIVE_DATE_IMPOSSIBLE.because(
                    "The value date lies in the future.", Map.of("today", circumstances.today()));
        }
        if (valueDate.isBefore(circumstances.seller().sellsFrom())) {
            throw Rejection.EFFECTIVE_DATE_IMPOSSIBLE.because(
                    "The value date lies before anything was sold.",
                    Map.of("valueDate", valueDate, "from", circumstances.seller().sellsFrom()));
        }
        return valueDate;
    }

    /** Refuses closed accounts, and amounts that are not positive or not in their currency. */
    public static void requireAmount(Money amount, AccountState account) {
        AccountRules.requireOpen(account);
        requireAmountOf(amount, account);
    }

    /** Refuses amounts that are not positive or not in the currency of the account. */
    public static void requireAmountOf(Money amount, AccountState account) {
        if (!amount.getCurrencyUnit().equals(account.currency())) {
            throw Rejection.CURRENCY_MISMATCH.because(
                    "The account is kept in another currency.",
                    Map.of("currency", account.currency().getCode()));
        }
        if (!amount.isPositive()) {
            throw Rejection.INVALID_AMOUNT.because(
                    "The amount must be positive.", Map.of("amount", amount));
        }
    }

    /** What is open comes first, then what was written off and is recovered now (WO-1). */
    private static List<Allocation> allocate(
            Receivables receivables, Money amount, Predicate<InvoiceId> meant) {
        List<Allocation> allocations = new ArrayList<>();
        Money left = amount;
        for (Receivable open : receivables.open()) {
            if (meant.test(open.invoiceId()) && left.isPositive()) {
                Money part = least(left, open.outstanding());
                allocations.add(new Allocation(open.invoiceId(), part));
                left = left.minus(part);
            }
        }
        for (WrittenOffDebt lost : receivables.writtenOff()) {
            if (meant.test(lost.invoiceId()) && left.isPositive()) {
                Money part = least(left, lost.outstanding());
                allocations.add(new Allocation(lost.invoiceId(), part, lost.taxOf(part)));
                left = left.minus(part);
            }
        }
        return List.copyOf(allocations);
    }

    private static Money least(Money one, Money other) {
        return one.isGreaterThan(other) ? other : one;
    }

    /** It counts from the value date as the payment does (billing.md BT-1). */
    private static void grantSurplus(
            Draft draft, ReceivePayment command, Money surplus, LocalDate valueDate) {
        if (surplus.isPositive()) {
            GrantId id = ReceivedPayment.surplusGrant(command.accountId(), command.reference());
            CreditGrant grant =
                    new CreditGrant(id, surplus, CreditSource.PAYMENT_SURPLUS, true, null);
            draft.add(new CreditGranted(command.accountId(), grant, null, valueDate));
        }
    }
}
