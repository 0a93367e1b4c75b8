package dev.mastro.command.dispute;

import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.dispute.DisputeCommands.LoseDispute;
import dev.mastro.command.dispute.DisputeCommands.OpenDispute;
import dev.mastro.command.dispute.DisputeCommands.WinDispute;
import dev.mastro.command.document.CreditSpending;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.ReceivedPayment;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.payment.PaymentDecisions;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.DisputeLost;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.DisputeWon;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.PaymentDisputed;
import dev.mastro.shared.invoice.PaymentLost;
import dev.mastro.shared.invoice.PaymentRestored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a dispute does: debts come back, and go again or stay (billing.md CB-1, P25, P26). */
public final class DisputeDecisions {

    private DisputeDecisions() {}

    /** Judges a command on a dispute. Provider and bank decide also about closed accounts. */
    public static Draft decide(DisputeCommands command, Book book, Circumstances circumstances) {
        AccountRules.requireActorMay(ActorRight.RECORD_DISPUTES, circumstances);
        ReceivedPayment payment =
                book.payment(command.reference())
                        .orElseThrow(() ->
                                Rejection.PAYMENT_UNKNOWN.because("There is no such payment."));
        Draft draft = new Draft(book);
        switch (command) {
            case OpenDispute c -> open(draft, payment, c.fee(), circumstances);
            case WinDispute _ -> win(draft, dispute(payment), circumstances);
            case LoseDispute _ -> lose(draft, dispute(payment), circumstances);
        }
        return draft;
    }

    private static DisputeOpened dispute(ReceivedPayment payment) {
        if (payment.dispute() == null) {
            throw Rejection.NO_OPEN_DISPUTE.because("No dispute about this payment is open.");
        }
        return payment.dispute();
    }

    private static void open(
            Draft draft,
            ReceivedPayment payment,
            @Nullable Money fee,
            Circumstances circumstances) {
        requireDisputable(payment);
        AccountState account = draft.book().account();
        if (fee != null && !fee.isZero()) {
            PaymentDecisions.requireAmountOf(fee, account);
        }
        List<Receivable> reopened = Reopened.by(payment, draft.book());
        List<GrantPart> withdrawn =
                account.wallet().find(payment.surplusGrant()).stream()
                        .map(left -> new GrantPart(left.grantId(), left.amount(), true))
                        .toList();
        draft.add(
                new DisputeOpened(
                        account.id(),
                        payment.reference(),
                        sum(account, reopened, withdrawn),
                        reopened,
                        withdrawn,
                        fee == null || fee.isZero() ? null : fee,
                        circumstances.today()));
        for (Receivable again : reopened) {
            draft.add(
                    new PaymentDisputed(
                            again.invoiceId(),
                            account.id(),
                            payment.reference(),
                            again.outstanding(),
                            circumstances.today()));
        }
    }

    private static void requireDisputable(ReceivedPayment payment) {
        if (payment.dispute() != null) {
            throw Rejection.PAYMENT_DISPUTED.because(
                    "A dispute about this payment is open already.",
                    Map.of("openedOn", payment.dispute().effectiveOn()));
        }
        if (payment.disputeDecided() || !payment.left().isPositive()) {
            throw Rejection.NOTHING_TO_DISPUTE.because(
                    payment.disputeDecided()
                            ? "A dispute about this payment was decided before."
                            : "All of this payment was paid back.");
        }
    }

    private static Money sum(
            AccountState account, List<Receivable> reopened, List<GrantPart> withdrawn) {
        Money total = Money.zero(account.currency());
        for (Receivable one : reopened) {
            total = total.plus(one.outstanding());
        }
        for (GrantPart part : withdrawn) {
            total = total.plus(part.amount());
        }
        return total;
    }

    /** The money settles what it had settled, as far as nobody paid that meanwhile. */
    private static void win(Draft draft, DisputeOpened dispute, Circumstances circumstances) {
        AccountState account = draft.book().account();
        List<Allocation> allocations = new ArrayList<>();
        Money surplus = dispute.amount();
        for (Receivable again : dispute.reopened()) {
            Money owed = account.receivables().outstandingOf(again.invoiceId(), account.currency());
            Money part = owed.isGreaterThan(again.outstanding()) ? again.outstanding() : owed;
            if (part.isPositive()) {
                allocations.add(new Allocation(again.invoiceId(), part));
                surplus = surplus.minus(part);
            }
        }
        draft.add(
                new DisputeWon(
                        account.id(),
                        dispute.reference(),
                        dispute.amount(),
                        List.copyOf(allocations),
                        surplus,
                        circumstances.today()));
        for (Allocation part : allocations) {
            draft.add(
                    new PaymentRestored(
                            part.invoiceId(),
                            account.id(),
                            dispute.reference(),
                            part.amount(),
                            circumstances.today()));
        }
        grant(draft, dispute, surplus, circumstances);
    }

    private static void grant(
            Draft draft, DisputeOpened dispute, Money surplus, Circumstances circumstances) {
        if (surplus.isPositive()) {
            AccountId account = dispute.accountId();
            GrantId id =
                    new GrantId(
                            DerivedIds.of(account.value(), "dispute-won-" + dispute.reference()));
            CreditGrant grant =
                    new CreditGrant(id, surplus, CreditSource.PAYMENT_SURPLUS, true, null);
            draft.add(new CreditGranted(account, grant, null, circumstances.today()));
            CreditSpending.onOpenInvoices(draft, circumstances);
        }
    }

    /** What is owed stays owed; it is due now, and dunning starts again. */
    private static void lose(Draft draft, DisputeOpened dispute, Circumstances circumstances) {
        AccountState account = draft.book().account();
        List<InvoiceId> owed =
                dispute.reopened().stream()
                        .map(Receivable::invoiceId)
                        .filter(id -> account.receivables().find(id).isPresent())
                        .toList();
        draft.add(
                new DisputeLost(
                        account.id(),
                        dispute.reference(),
                        dispute.amount(),
                        owed,
                        circumstances.today()));
        for (InvoiceId id : owed) {
            draft.add(
                    new PaymentLost(
                            id,
                            account.id(),
                            dispute.reference(),
                            circumstances.today(),
                            circumstances.today()));
        }
        CreditSpending.onOpenInvoices(draft, circumstances);
    }
}
