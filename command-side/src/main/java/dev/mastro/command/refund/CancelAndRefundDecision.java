package dev.mastro.command.refund;

import dev.mastro.command.catalog.CancellationPolicy;
import dev.mastro.command.document.CreditNotes;
import dev.mastro.command.document.CreditSpending;
import dev.mastro.command.document.GivenBack;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.renewal.AddOnsWithoutPlan;
import dev.mastro.command.subscription.CancelAndRefund;
import dev.mastro.command.subscription.CancellationRules;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.ClosedLine;
import dev.mastro.shared.subscription.EndCause;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ends a subscription now and gives its last charge back: money to the payment method, credit to
 * where it came from (billing.md RF-1, RF-3, C13). The offer is what this decision would do.
 */
public final class CancelAndRefundDecision {

    private CancelAndRefundDecision() {}

    /** Judges the cancellation. */
    public static Draft decide(CancelAndRefund command, Book book, Circumstances circumstances) {
        SubscriptionState subscription = CancellationRules.find(command.subscriptionId(), book);
        CancellationRules.requireMayCancel(subscription, book, circumstances);
        CancellationPolicy policy = circumstances.policy().cancellation();
        CancellationRules.requireReason(command.reason(), policy);
        return decide(
                subscription,
                CancellationRules.code(command.reason(), policy),
                book,
                circumstances);
    }

    static Draft decide(
            SubscriptionState subscription,
            @Nullable String reason,
            Book book,
            Circumstances circumstances) {
        RefundRules.requireEntitled(subscription, circumstances);
        AccountRules.requireNoDispute(book.account());
        UUID cause = DerivedIds.of(subscription.id().value(), "refund-" + book.version());
        Draft draft = new Draft(book);
        ClosedLine closed = LastCharge.of(subscription, book, circumstances);
        cancel(draft, subscription, reason, circumstances);
        CreditNoteIssued note = credit(draft, subscription, closed, circumstances, cause);
        draft.add(
                new SubscriptionEnded(
                        subscription.id(),
                        subscription.accountId(),
                        EndCause.REFUNDED,
                        circumstances.policy().cancellation().endOfTermState(),
                        closed,
                        circumstances.today()));
        payBack(draft, note, circumstances, cause);
        AddOnsWithoutPlan.end(draft, circumstances, cause, one -> one.product().product());
        CreditSpending.onOpenInvoices(draft, circumstances);
        return draft;
    }

    private static void cancel(
            Draft draft,
            SubscriptionState subscription,
            @Nullable String reason,
            Circumstances circumstances) {
        LocalDate today = circumstances.today();
        if (subscription.pending() != null) {
            draft.add(
                    new PendingChangeWithdrawn(subscription.id(), subscription.accountId(), today));
        }
        draft.add(
                new CancellationRequested(
                        subscription.id(),
                        subscription.accountId(),
                        reason,
                        today,
                        today,
                        draft.book().account().customer().acceptedTerms()));
    }

    private static CreditNoteIssued credit(
            Draft draft,
            SubscriptionState subscription,
            ClosedLine closed,
            Circumstances circumstances,
            UUID cause) {
        if (!closed.remaining().isPositive()) {
            throw RefundRules.nothing();
        }
        CreditNoteLine line =
                new CreditNoteLine(
                        closed.lineNumber(),
                        subscription.id(),
                        LastCharge.from(subscription, circumstances),
                        closed.remainingNet(),
                        closed.remainingTax());
        CreditNoteIssued note =
                new CreditNotes(draft, circumstances, CreditNoteReason.UNUSED, cause)
                        .issue(closed.invoiceId(), List.of(line));
        if (note.grants().isEmpty()) {
            throw RefundRules.nothing();
        }
        return note;
    }

    private static void payBack(
            Draft draft, CreditNoteIssued note, Circumstances circumstances, UUID cause) {
        GivenBack givenBack = GivenBack.of(draft.book().invoice(note.invoiceId()));
        PayingBack paying = new PayingBack(draft, circumstances, cause);
        note.grants().stream()
                .filter(grant -> !givenBack.isSpent(grant))
                .forEach(money -> paying.payBack(note.invoiceId(), money));
    }
}
