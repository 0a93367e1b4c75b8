package dev.mastro.query.history;

import dev.mastro.query.credit.CreditState;
import dev.mastro.query.credit.CreditSteps;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.account.CreditReturned;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.DebtWrittenOff;
import dev.mastro.shared.account.DisputeWon;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.ReceivableCleared;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The fold of those facts of an account that count by a date. Facts are left out by their date, not
 * by their order, so a later one may touch what does not exist yet: then it takes only what is
 * there.
 */
final class AccountReplay {

    private final Map<String, CreditState> credits = new LinkedHashMap<>();
    private @Nullable AccountState state;

    /** The account after the facts so far, if it was opened. */
    Optional<AccountState> state() {
        return Optional.ofNullable(state);
    }

    /** All grants so far and what is left of each. */
    List<CreditState> credits() {
        return List.copyOf(credits.values());
    }

    void after(AccountEvent event) {
        AccountState before = state;
        if (event instanceof AccountOpened opened) {
            state = AccountState.opened(opened);
        } else if (before != null) {
            fitted(event, before).ifPresent(fitted -> apply(before, fitted));
        }
    }

    /**
     * Money above the debt that was known when it was booked, at a date at which the debt had not
     * been lowered yet: it covers that debt (billing.md BT-1). Answers what it covered.
     */
    List<CreditApplied> coverWithSurplus(LocalDate date) {
        List<CreditApplied> covered = new ArrayList<>();
        for (CreditState credit : credits()) {
            CreditApplied next = cover(credit, date);
            while (next != null) {
                covered.add(next);
                after(next);
                next = cover(credits.getOrDefault(idOf(credit), credit), date);
            }
        }
        return covered;
    }

    private @Nullable CreditApplied cover(CreditState credit, LocalDate date) {
        CreditGranted granted = credit.granted();
        AccountState account = state;
        if (account == null
                || granted.grant().source() != CreditSource.PAYMENT_SURPLUS
                || credit.left().isZero()) {
            return null;
        }
        return account.receivables().open().stream()
                .filter(debt -> !debt.issuedOn().isAfter(granted.effectiveOn()))
                .findFirst()
                .map(debt -> covering(debt, credit, account, date))
                .orElse(null);
    }

    private static CreditApplied covering(
            Receivable debt, CreditState credit, AccountState account, LocalDate date) {
        CreditGrant grant = credit.granted().grant();
        Money amount = least(debt.outstanding(), credit.left());
        return new CreditApplied(
                account.id(),
                debt.invoiceId(),
                amount,
                List.of(new GrantPart(grant.grantId(), amount, grant.refundable())),
                date);
    }

    private void apply(AccountState before, AccountEvent event) {
        state = before.after(event);
        if (event instanceof CreditGranted granted) {
            credits.put(granted.grant().grantId().toString(), CreditState.of(granted));
        }
        if (event instanceof CreditReturned returned) {
            credits.computeIfPresent(
                    returned.grant().grantId().toString(),
                    (_, credit) -> credit.plus(returned.grant()));
        }
        for (GrantPart part : CreditSteps.takenBy(event)) {
            credits.computeIfPresent(part.grantId().toString(), (_, credit) -> credit.less(part));
        }
    }

    private static Optional<AccountEvent> fitted(AccountEvent event, AccountState account) {
        return switch (event) {
            case PaymentReceived e -> Optional.of(fitted(e, account));
            case CreditApplied e ->
                    Optional.<AccountEvent>of(e)
                            .filter(_ -> owes(account, e.invoiceId(), e.amount()));
            case CreditNoteNumberAssigned e -> Optional.of(fitted(e, account));
            case ReceivableCleared e -> Optional.of(fitted(e, account));
            case DebtWrittenOff e -> fitted(e, account);
            case DisputeWon e -> Optional.of(fitted(e, account));
            default -> Optional.of(event);
        };
    }

    private static List<Allocation> fitted(List<Allocation> allocations, AccountState account) {
        List<Allocation> fitted = new ArrayList<>();
        for (Allocation allocation : allocations) {
            Money amount = atMostOwed(account, allocation.invoiceId(), allocation.amount());
            fitted.add(new Allocation(allocation.invoiceId(), amount, allocation.recoveredTax()));
        }
        return fitted;
    }

    private static DisputeWon fitted(DisputeWon event, AccountState account) {
        return new DisputeWon(
                event.accountId(),
                event.reference(),
                event.amount(),
                fitted(event.allocations(), account),
                event.surplus(),
                event.effectiveOn());
    }

    private static Optional<AccountEvent> fitted(DebtWrittenOff event, AccountState account) {
        Money open = account.receivables().outstandingOf(event.invoiceId(), account.currency());
        DebtWrittenOff fitted =
                new DebtWrittenOff(
                        event.accountId(),
                        event.invoiceId(),
                        least(event.amount(), open),
                        event.taxRelief(),
                        event.stillBlocks(),
                        event.effectiveOn());
        return Optional.<AccountEvent>of(fitted).filter(_ -> open.isPositive());
    }

    private static PaymentReceived fitted(PaymentReceived event, AccountState account) {
        return new PaymentReceived(
                event.accountId(),
                event.reference(),
                event.amount(),
                fitted(event.allocations(), account),
                event.surplus(),
                event.method(),
                event.effectiveOn());
    }

    private static CreditNoteNumberAssigned fitted(
            CreditNoteNumberAssigned event, AccountState account) {
        return new CreditNoteNumberAssigned(
                event.accountId(),
                event.creditNoteId(),
                event.number(),
                event.invoiceId(),
                atMostOwed(account, event.invoiceId(), event.cancelled()),
                event.effectiveOn(),
                event.series());
    }

    private static ReceivableCleared fitted(ReceivableCleared event, AccountState account) {
        return new ReceivableCleared(
                event.accountId(),
                event.invoiceId(),
                atMostOwed(account, event.invoiceId(), event.amount()),
                event.effectiveOn());
    }

    private static boolean owes(AccountState account, InvoiceId invoice, Money amount) {
        return atMostOwed(account, invoice, amount).isEqual(amount);
    }

    private static Money atMostOwed(AccountState account, InvoiceId invoice, Money amount) {
        return least(amount, account.receivables().payableOf(invoice, account.currency()));
    }

    private static Money least(Money one, Money other) {
        return one.isGreaterThan(other) ? other : one;
    }

    private static String idOf(CreditState credit) {
        return credit.granted().grant().grantId().toString();
    }
}
