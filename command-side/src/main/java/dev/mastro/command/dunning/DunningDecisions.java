package dev.mastro.command.dunning;

import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.catalog.NonPaymentPolicy;
import dev.mastro.command.catalog.NonPaymentPolicy.End;
import dev.mastro.command.catalog.NonPaymentPolicy.UnpaidInvoice;
import dev.mastro.command.document.Closing;
import dev.mastro.command.document.CreditNotes;
import dev.mastro.command.document.CreditSpending;
import dev.mastro.command.document.Voiding;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.payment.Payment.Outcome;
import dev.mastro.command.payment.Proposal;
import dev.mastro.command.payment.Settling;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.AccountDowngraded;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.DowngradeReason;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.Receivables;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.subscription.EndCause;
import dev.mastro.shared.subscription.EndState;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;

/** Further attempts to collect, and what follows when all of them failed. */
public final class DunningDecisions {

    private DunningDecisions() {}

    /** Settles the invoice, or notes one more failure; a settled invoice needs neither. */
    public static Proposal collect(CollectInvoice command, Book book, Circumstances circumstances) {
        AccountState account = book.account();
        boolean open = isCollectable(command.invoiceId(), account.receivables());
        Money due = account.receivables().outstandingOf(command.invoiceId(), account.currency());
        if (open && Proposal.needsCard(account, due, command.payment())) {
            return Proposal.unpaid(account, due);
        }
        Draft draft = new Draft(book);
        if (open && command.payment().outcome() == Outcome.AUTHORISED) {
            Settling.settle(draft, command.invoiceId(), command.payment(), circumstances);
        } else if (open && !alreadyMissed(command, book)) {
            Settling.miss(draft, command.invoiceId(), command.payment().reason(), circumstances);
        }
        return new Proposal.Decided(draft);
    }

    /** Nobody collects what is open only because a payment is disputed (billing.md CB-1). */
    private static boolean isCollectable(InvoiceId invoice, Receivables receivables) {
        return receivables.find(invoice).isPresent() && !receivables.isDisputed(invoice);
    }

    /** Ends every paid service on the day that counts, which is not owed (billing.md NP-9). */
    public static Draft end(EndForNonPayment command, Book book, Circumstances circumstances) {
        AccountRules.requireActorMay(ActorRight.DOWNGRADE, circumstances);
        AccountRules.requireOpen(book.account());
        if (book.live().isEmpty() || isSettled(command, book, circumstances)) {
            if (command.agreedOn() != null) {
                return new Draft(book);
            }
            throw Rejection.NOTHING_TO_DOWNGRADE.because("The account has no paid service.");
        }
        requireNothingBilledAfter(book, circumstances);
        Draft draft = new Draft(book);
        NonPaymentPolicy policy = circumstances.policy().nonPayment();
        List<Closing> closings = closings(book, circumstances);
        if (policy.unpaidInvoice() == UnpaidInvoice.VOID) {
            closings = withoutVoided(draft, closings, circumstances);
        }
        UUID cause = DerivedIds.of(book.account().id().value(), "non-payment-" + book.version());
        new CreditNotes(draft, circumstances, CreditNoteReason.NON_PAYMENT, cause)
                .giveBack(closings);
        book.live().forEach(one -> end(draft, one, policy, circumstances));
        draft.add(
                new AccountDowngraded(
                        book.account().id(),
                        book.live().stream().map(SubscriptionState::id).toList(),
                        DowngradeReason.NON_PAYMENT,
                        circumstances.today()));
        CreditSpending.onOpenInvoices(draft, circumstances);
        return draft;
    }

    private static void requireNothingBilledAfter(Book book, Circumstances circumstances) {
        for (SubscriptionState one : book.live()) {
            LocalDate start = one.line().period().start();
            if (start.isAfter(circumstances.today())
                    && circumstances.actor().role() != ActorRole.SYSTEM) {
                throw Rejection.EFFECTIVE_DATE_IMPOSSIBLE.because(
                        "The date lies before what is already billed.",
                        Map.of("date", circumstances.today(), "billedFrom", start));
            }
        }
    }

    /** The dunning plan ends nothing when the debt was settled before its day came. */
    private static boolean isSettled(
            EndForNonPayment command, Book book, Circumstances circumstances) {
        boolean planned =
                command.agreedOn() != null && circumstances.actor().role() == ActorRole.SYSTEM;
        Receivables receivables = book.account().receivables();
        return planned
                && receivables.open().stream()
                        .filter(open -> isCollectable(open.invoiceId(), receivables))
                        .noneMatch(open -> isUnpaidTooLong(open, circumstances));
    }

    private static boolean isUnpaidTooLong(Receivable open, Circumstances circumstances) {
        int days = circumstances.seller().policyOn(open.issuedOn()).nonPayment().endAfterDays();
        return !open.dueOn().plusDays(days).isAfter(circumstances.today());
    }

    private static boolean alreadyMissed(CollectInvoice command, Book book) {
        InvoiceState invoice = book.invoice(command.invoiceId());
        return invoice.lastMiss() != null
                && !invoice.lastMiss().effectiveOn().isBefore(command.attemptOn());
    }

    private static List<Closing> closings(Book book, Circumstances circumstances) {
        return book.live().stream().map(one -> Closing.of(one, circumstances.today())).toList();
    }

    /**
     * A period that was never paid and is not served leaves no debt (billing.md 6, question 13).
     */
    private static List<Closing> withoutVoided(
            Draft draft, List<Closing> closings, Circumstances circumstances) {
        List<Closing> left = new ArrayList<>();
        for (Closing closing : closings) {
            InvoiceId id = closing.closed().invoiceId();
            InvoiceState invoice = draft.book().invoice(id);
            if (untouched(invoice) && closing.line().net().isPositive()) {
                Voiding.of(draft, invoice, DowngradeReason.NON_PAYMENT.name(), circumstances);
            } else if (invoice.voided() == null) {
                left.add(closing);
            }
        }
        return left;
    }

    private static boolean untouched(InvoiceState invoice) {
        return invoice.voided() == null
                && invoice.total().isPositive()
                && invoice.outstanding().equals(invoice.total());
    }

    private static void end(
            Draft draft,
            SubscriptionState subscription,
            NonPaymentPolicy policy,
            Circumstances circumstances) {
        EndState into = policy.end() == End.DOWNGRADE ? EndState.BASIC : EndState.SUSPENDED;
        Closing closing = Closing.of(subscription, circumstances.today());
        draft.add(
                new SubscriptionEnded(
                        subscription.id(),
                        subscription.accountId(),
                        EndCause.NON_PAYMENT,
                        into,
                        closing.closed(),
                        circumstances.today()));
    }
}
