package dev.mastro.command.document;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.command.ledger.ReceivedPayment;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.invoice.CreditAllocated;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.LineNetted;
import dev.mastro.shared.invoice.PaymentDisputed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What settled an invoice and has not been given back yet. Money goes back first, as a new grant;
 * then the credit that was spent on it, the last spent first, to the grants it came from; and in
 * the same order what it took over from the lines it gave back itself. So a gift is used up before
 * money is, and never becomes money (billing.md RF-3).
 */
public final class GivenBack {

    private final InvoiceState invoice;

    private GivenBack(InvoiceState invoice) {
        this.invoice = invoice;
    }

    /** A part of what settled it: of this credit, or else money. */
    private record Part(@Nullable CreditGrant credit, Money amount) {

        boolean isOf(@Nullable CreditGrant other) {
            return Objects.equals(idOf(credit), idOf(other));
        }

        private static @Nullable GrantId idOf(@Nullable CreditGrant grant) {
            return grant == null ? null : grant.grantId();
        }

        Part less(Money taken) {
            return new Part(credit, amount.minus(taken));
        }
    }

    /** Of this invoice. */
    public static GivenBack of(InvoiceState invoice) {
        return new GivenBack(invoice);
    }

    /** The money that was paid on it and has not become credit again. */
    public Money moneyLeft() {
        return left().getFirst().amount();
    }

    /** The grants that money of it has become by earlier credit notes. */
    public List<GrantId> moneyGranted() {
        return grants().filter(grant -> !isSpent(grant)).map(CreditGrant::grantId).toList();
    }

    /** What {@code amount} of it becomes, {@code money} being the id of a new grant. */
    List<CreditGrant> as(Money amount, GrantId money) {
        List<CreditGrant> credit = creditIn(amount);
        List<CreditGrant> all = new ArrayList<>();
        Money paid = credit.stream().map(CreditGrant::amount).reduce(amount, Money::minus);
        if (paid.isPositive()) {
            all.add(new CreditGrant(money, paid, CreditSource.CREDIT_NOTE, true, null));
        }
        all.addAll(credit);
        return List.copyOf(all);
    }

    /**
     * The credit in the next {@code amount} that goes back. What is of one grant and goes back
     * together is told once: a line that is changed a thousand times takes a thousand parts along.
     */
    List<CreditGrant> creditIn(Money amount) {
        List<CreditGrant> credit = new ArrayList<>();
        Money wanted = amount;
        for (Part part : left()) {
            Money taken = least(wanted, part.amount());
            if (part.credit() != null && taken.isPositive()) {
                append(credit, with(part.credit(), taken));
            }
            wanted = wanted.minus(taken);
        }
        if (wanted.isPositive()) {
            throw new IllegalStateException(
                    invoice.issued().number() + " gives back more than settled it: " + wanted);
        }
        return List.copyOf(credit);
    }

    private static void append(List<CreditGrant> credit, CreditGrant next) {
        CreditGrant last = credit.isEmpty() ? null : credit.getLast();
        if (last != null && last.grantId().equals(next.grantId())) {
            credit.set(credit.size() - 1, with(last, last.amount().plus(next.amount())));
        } else {
            credit.add(next);
        }
    }

    /** Whether a grant of a credit note is one that had been spent on the invoice before. */
    public boolean isSpent(CreditGrant grant) {
        return Stream.concat(spent(), carried())
                .anyMatch(one -> one.grantId().equals(grant.grantId()));
    }

    /** What is left, in the order in which it goes back; the first is the money paid on it. */
    private List<Part> left() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(null, invoice.paid()));
        spent().toList().reversed().forEach(one -> parts.add(new Part(one, one.amount())));
        parts.add(new Part(null, unnamed()));
        parts.add(new Part(null, takenOver()));
        carried().toList().reversed().forEach(one -> parts.add(new Part(one, one.amount())));
        for (CreditNoteIssued note : invoice.creditNotes()) {
            note.grants().forEach(one -> take(parts, isSpent(one) ? one : null, one.amount()));
        }
        for (LineNetted netted : invoice.netted()) {
            take(parts, null, netted.money());
            netted.credit().forEach(one -> take(parts, one, one.amount()));
        }
        takeDisputed(parts);
        return parts;
    }

    /** The surplus of a payment that was taken back, beyond what was taken of the money. */
    private void takeDisputed(List<Part> left) {
        Money wanted = applied().minus(invoice.creditApplied());
        for (PaymentDisputed dispute : invoice.disputes()) {
            GrantId surplus =
                    ReceivedPayment.surplusGrant(invoice.accountId(), dispute.reference());
            for (CreditGrant grant : Stream.concat(spent(), carried()).toList()) {
                if (grant.grantId().equals(surplus)) {
                    wanted = take(left, grant, wanted);
                }
            }
        }
    }

    /** Answers what was not found. */
    @CanIgnoreReturnValue
    private static Money take(List<Part> left, @Nullable CreditGrant from, Money amount) {
        Money wanted = amount;
        for (int i = 0; i < left.size(); i++) {
            Part part = left.get(i);
            if (part.isOf(from)) {
                Money taken = least(wanted, part.amount());
                left.set(i, part.less(taken));
                wanted = wanted.minus(taken);
            }
        }
        return wanted;
    }

    private Stream<CreditGrant> spent() {
        return invoice.credits().stream().flatMap(one -> one.parts().stream());
    }

    /**
     * Credit of which an early log does not say whose it was. It goes back as it did then: as a new
     * grant, refundable and without an end.
     */
    private Money unnamed() {
        return spent().map(CreditGrant::amount).reduce(applied(), Money::minus);
    }

    private Money applied() {
        return invoice.credits().stream().map(CreditAllocated::amount).reduce(zero(), Money::plus);
    }

    private Stream<CreditGrant> grants() {
        return invoice.creditNotes().stream().flatMap(note -> note.grants().stream());
    }

    private Stream<CreditGrant> carried() {
        return credits().flatMap(line -> line.carried().stream());
    }

    /** The money that had settled the lines it gave back. */
    private Money takenOver() {
        Money all =
                credits()
                        .map(line -> line.amount().net().plus(line.amount().tax()).negated())
                        .reduce(zero(), Money::plus);
        return carried().map(CreditGrant::amount).reduce(all, Money::minus);
    }

    private Stream<InvoiceLine> credits() {
        return invoice.issued().lines().stream().filter(line -> line.kind() == LineKind.CREDIT);
    }

    private Money zero() {
        return Money.zero(invoice.issued().net().getCurrencyUnit());
    }

    private static CreditGrant with(CreditGrant grant, Money amount) {
        return new CreditGrant(
                grant.grantId(), amount, grant.source(), grant.refundable(), grant.expiresOn());
    }

    private static Money least(Money one, Money other) {
        return one.isGreaterThan(other) ? other : one;
    }
}
