package dev.mastro.command.refund;

import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.document.CreditNotes;
import dev.mastro.command.document.GivenBack;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.ReceivedPayment;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.payment.PaymentDecisions;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.RefundAllocated;
import dev.mastro.shared.subscription.LineReduced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * Pays a payment back: first what is still account credit of it, then what it paid on invoices,
 * through a credit note for each, the last invoice first (billing.md RF-6, C13).
 */
public final class RefundPaymentDecision {

    private final Draft draft;
    private final RefundPayment command;
    private final Circumstances circumstances;
    private final List<GrantPart> parts = new ArrayList<>();
    private final List<RefundAllocated> allocated = new ArrayList<>();
    private Money wanted;

    private RefundPaymentDecision(
            Book book, RefundPayment command, Money wanted, Circumstances circumstances) {
        this.draft = new Draft(book);
        this.command = command;
        this.circumstances = circumstances;
        this.wanted = wanted;
    }

    /** Judges the refund. */
    public static Draft decide(RefundPayment command, Book book, Circumstances circumstances) {
        requireMayRefund(circumstances);
        ReceivedPayment payment =
                book.payment(command.reference())
                        .orElseThrow(() ->
                                Rejection.PAYMENT_UNKNOWN.because("There is no such payment."));
        PaymentDecisions.requireAmountOf(command.amount(), book.account());
        AccountRules.requireNoDispute(book.account());
        Money most = most(payment, command, book, circumstances);
        if (command.amount().isGreaterThan(most)) {
            throw Rejection.EXCEEDS_REFUNDABLE.because(
                    "Less than that is left of the payment.",
                    Map.of("max", most, "payment", payment.received().amount()));
        }
        var decision = new RefundPaymentDecision(book, command, command.amount(), circumstances);
        decision.collect(payment);
        return decision.refunded();
    }

    private static void requireMayRefund(Circumstances circumstances) {
        if (!circumstances.actorMay(ActorRight.REFUND_PAYMENTS)) {
            throw Rejection.REFUND_VIA_SUPPORT.because(
                    "Payments are paid back through support.", Map.of(), "Contact support.");
        }
    }

    /** What could be paid back, found by trying to pay back all that is left. */
    private static Money most(
            ReceivedPayment payment,
            RefundPayment command,
            Book book,
            Circumstances circumstances) {
        Money left = payment.left();
        RefundPaymentDecision trial = new RefundPaymentDecision(book, command, left, circumstances);
        trial.collect(payment);
        return left.minus(trial.wanted);
    }

    private Draft refunded() {
        draft.add(
                new RefundIssued(
                        command.accountId(),
                        command.refundId(),
                        command.amount(),
                        List.copyOf(parts),
                        command.reason(),
                        command.reference(),
                        circumstances.today()));
        allocated.forEach(draft::add);
        return draft;
    }

    private void collect(ReceivedPayment payment) {
        take(payment.surplusGrant(), wanted);
        for (InvoiceId invoice : paid().reversed()) {
            collect(invoice);
        }
    }

    private List<InvoiceId> paid() {
        return draft.book().invoices().values().stream()
                .filter(invoice -> invoice.paidBy(command.reference()).isPositive())
                .sorted(Comparator.comparing(invoice -> invoice.issued().number()))
                .map(InvoiceState::id)
                .toList();
    }

    private void collect(InvoiceId id) {
        InvoiceState invoice = draft.book().invoice(id);
        Money limit = least(wanted, invoice.paidBy(command.reference()));
        Money before = wanted;
        GivenBack givenBack = GivenBack.of(invoice);
        givenBack.moneyGranted().forEach(grant -> take(grant, limit.minus(before.minus(wanted))));
        Money byNote = least(limit.minus(before.minus(wanted)), givenBack.moneyLeft());
        if (invoice.outstanding().isZero() && invoice.writtenOff().isZero()) {
            give(invoice, byNote);
        }
        Money part = before.minus(wanted);
        if (part.isPositive()) {
            allocated.add(
                    new RefundAllocated(
                            id,
                            command.accountId(),
                            command.refundId(),
                            command.reference(),
                            part,
                            circumstances.today()));
        }
    }

    /** Account credit goes out as it is. */
    private void take(GrantId grant, Money limit) {
        draft.book()
                .account()
                .wallet()
                .find(grant)
                .map(left -> least(left.amount(), limit))
                .filter(Money::isPositive)
                .ifPresent(part -> add(new GrantPart(grant, part, true)));
    }

    /** What was paid for service goes out through a credit note; the lines cost less from then. */
    private void give(InvoiceState invoice, Money limit) {
        LinesLeft lines = LinesLeft.of(invoice, draft.book());
        Money amount = least(limit, lines.total());
        if (!amount.isPositive()) {
            return;
        }
        List<CreditNoteLine> given = lines.share(amount);
        CreditNoteIssued note =
                new CreditNotes(
                                draft,
                                circumstances,
                                CreditNoteReason.REFUNDED,
                                command.refundId().value())
                        .issue(invoice.id(), given);
        given.forEach(line -> draft.add(reduced(line, invoice.id())));
        note.grants().forEach(grant -> add(new GrantPart(grant.grantId(), grant.amount(), true)));
    }

    private LineReduced reduced(CreditNoteLine line, InvoiceId invoice) {
        return new LineReduced(
                line.subscriptionId(),
                command.accountId(),
                invoice,
                line.lineNumber(),
                line.net(),
                line.tax(),
                circumstances.today());
    }

    private void add(GrantPart part) {
        parts.add(part);
        wanted = wanted.minus(part.amount());
    }

    private static Money least(Money one, Money other) {
        return one.isGreaterThan(other) ? other : one;
    }
}
