package dev.mastro.command.document;

import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.invoice.InvoiceState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * What settled an invoice and has not been given back yet. Money goes back first, as a new grant;
 * then the credit that was spent on it, the last spent first, to the grants it came from. So a gift
 * is used up before money is, and never becomes money (billing.md RF-3).
 */
public final class GivenBack {

    private final InvoiceState invoice;

    private GivenBack(InvoiceState invoice) {
        this.invoice = invoice;
    }

    /** Of this invoice. */
    public static GivenBack of(InvoiceState invoice) {
        return new GivenBack(invoice);
    }

    /** The money that was paid on it and has not become credit again. */
    public Money moneyLeft() {
        Money left = invoice.paid().minus(sum(grants().filter(one -> !isSpent(one))));
        return left.isNegative() ? zero() : left;
    }

    /** The grants that money of it has become by earlier credit notes. */
    public List<GrantId> moneyGranted() {
        return grants().filter(grant -> !isSpent(grant)).map(CreditGrant::grantId).toList();
    }

    /** What {@code amount} of it becomes, {@code money} being the id of a new grant. */
    List<CreditGrant> as(Money amount, GrantId money) {
        List<CreditGrant> returned = new ArrayList<>();
        Money wanted = amount.minus(least(amount, moneyLeft()));
        for (CreditGrant spent : lastSpentFirst()) {
            Money part = least(wanted, spent.amount());
            if (part.isPositive()) {
                returned.add(with(spent, part));
                wanted = wanted.minus(part);
            }
        }
        List<CreditGrant> all = new ArrayList<>();
        Money paid = amount.minus(sum(returned.stream()));
        if (paid.isPositive()) {
            all.add(new CreditGrant(money, paid, CreditSource.CREDIT_NOTE, true, null));
        }
        all.addAll(returned);
        return List.copyOf(all);
    }

    /** Whether a grant of a credit note is one that had been spent on the invoice before. */
    public boolean isSpent(CreditGrant grant) {
        return spent().anyMatch(one -> one.grantId().equals(grant.grantId()));
    }

    private List<CreditGrant> lastSpentFirst() {
        List<CreditGrant> left = new ArrayList<>(spent().toList());
        for (CreditGrant back : grants().filter(this::isSpent).toList()) {
            takeBack(left, back);
        }
        return left.reversed();
    }

    private static void takeBack(List<CreditGrant> left, CreditGrant back) {
        Money wanted = back.amount();
        for (int i = left.size() - 1; i >= 0; i--) {
            CreditGrant part = left.get(i);
            if (part.grantId().equals(back.grantId())) {
                Money taken = least(wanted, part.amount());
                left.set(i, with(part, part.amount().minus(taken)));
                wanted = wanted.minus(taken);
            }
        }
    }

    private Stream<CreditGrant> spent() {
        return invoice.credits().stream().flatMap(one -> one.parts().stream());
    }

    private Stream<CreditGrant> grants() {
        return invoice.creditNotes().stream().flatMap(note -> note.grants().stream());
    }

    private Money sum(Stream<CreditGrant> grants) {
        return grants.map(CreditGrant::amount).reduce(zero(), Money::plus);
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
