package dev.mastro.shared.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The credit an account may spend. {@code grants} carry what is left of each, oldest first; a spent
 * grant leaves the list. {@code autoApply} is {@code null} while the seller's default holds. {@code
 * refunds} were issued and are not paid out yet. {@code since} is from when on each grant counts,
 * by its id.
 */
public record Wallet(
        List<CreditGrant> grants,
        @Nullable Boolean autoApply,
        List<RefundIssued> refunds,
        Map<String, LocalDate> since) {

    private static final Comparator<CreditGrant> SPENDING_ORDER =
            Comparator.comparing(Wallet::lastDay).thenComparing(CreditGrant::refundable);

    /** No credit, and the seller's default for spending it. */
    public static Wallet empty() {
        return new Wallet(List.of(), null, List.of(), Map.of());
    }

    /** With one more grant, which counts from {@code date} on. */
    public Wallet plus(CreditGrant grant, LocalDate date) {
        List<CreditGrant> more = new ArrayList<>(grants);
        more.add(grant);
        Map<String, LocalDate> dates = new HashMap<>(since);
        dates.put(grant.grantId().toString(), date);
        return new Wallet(List.copyOf(more), autoApply, refunds, Map.copyOf(dates));
    }

    /** With a part of an earlier grant back; one that was spent is the newest then. */
    public Wallet returned(CreditGrant part, LocalDate date) {
        if (find(part.grantId()).isEmpty()) {
            return plus(part, date);
        }
        return with(
                grants.stream()
                        .map(grant ->
                                grant.grantId().equals(part.grantId()) ? more(grant, part) : grant)
                        .toList());
    }

    /** With the part taken out. */
    public Wallet less(GrantPart part) {
        List<CreditGrant> left =
                grants.stream()
                        .map(grant ->
                                grant.grantId().equals(part.grantId()) ? less(grant, part) : grant)
                        .filter(grant -> !grant.amount().isZero())
                        .toList();
        return with(left);
    }

    /** With the customer's choice instead of the seller's default. */
    public Wallet withAutoApply(boolean enabled) {
        return new Wallet(grants, enabled, refunds, since);
    }

    /** With a refund on its way out. */
    public Wallet refunding(RefundIssued refund) {
        List<RefundIssued> more = new ArrayList<>(refunds);
        more.add(refund);
        return new Wallet(grants, autoApply, List.copyOf(more), since);
    }

    /** With a refund paid out. */
    public Wallet refunded(RefundId refundId) {
        return new Wallet(
                grants,
                autoApply,
                refunds.stream().filter(one -> !one.refundId().equals(refundId)).toList(),
                since);
    }

    /** What is left of a grant; empty when nothing is. */
    public Optional<CreditGrant> find(GrantId grantId) {
        return grants.stream().filter(grant -> grant.grantId().equals(grantId)).findFirst();
    }

    /** All that may be spent on {@code date}; expiry dates are inclusive (billing.md C2). */
    public Money spendable(CurrencyUnit currency, LocalDate date) {
        return sum(currency, grant -> counts(grant, date));
    }

    /** The part that may be paid out in cash (billing.md GT-7). */
    public Money refundable(CurrencyUnit currency) {
        return sum(currency, CreditGrant::refundable);
    }

    /**
     * Takes up to {@code amount} in spending order: earliest expiry, not refundable before
     * refundable, oldest grant (billing.md C10). Empty when there is nothing to take.
     */
    public List<GrantPart> spend(Money amount, LocalDate date) {
        return take(amount, grants.stream().filter(grant -> counts(grant, date)).toList());
    }

    /** Takes up to {@code amount} of what may be paid out, in the same order. */
    public List<GrantPart> cashOut(Money amount) {
        return take(amount, grants.stream().filter(CreditGrant::refundable).toList());
    }

    private Wallet with(List<CreditGrant> changed) {
        return new Wallet(changed, autoApply, refunds, since);
    }

    /** What is booked for an earlier day spends nothing that was given later. */
    private boolean counts(CreditGrant grant, LocalDate date) {
        LocalDate first = since.getOrDefault(grant.grantId().toString(), LocalDate.MIN);
        return !first.isAfter(date) && !lastDay(grant).isBefore(date);
    }

    private static List<GrantPart> take(Money amount, List<CreditGrant> from) {
        List<GrantPart> parts = new ArrayList<>();
        Money wanted = amount;
        for (CreditGrant grant : from.stream().sorted(SPENDING_ORDER).toList()) {
            Money part = grant.amount().isGreaterThan(wanted) ? wanted : grant.amount();
            if (part.isPositive()) {
                parts.add(new GrantPart(grant.grantId(), part, grant.refundable()));
                wanted = wanted.minus(part);
            }
        }
        return List.copyOf(parts);
    }

    private Money sum(CurrencyUnit currency, Predicate<CreditGrant> counts) {
        return grants.stream()
                .filter(counts)
                .map(CreditGrant::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    private static CreditGrant more(CreditGrant grant, CreditGrant part) {
        return new CreditGrant(
                grant.grantId(),
                grant.amount().plus(part.amount()),
                grant.source(),
                grant.refundable(),
                grant.expiresOn());
    }

    private static CreditGrant less(CreditGrant grant, GrantPart part) {
        Money left = grant.amount().minus(part.amount());
        if (left.isNegative()) {
            throw new IllegalStateException(grant.grantId() + " has less than " + part.amount());
        }
        return new CreditGrant(
                grant.grantId(), left, grant.source(), grant.refundable(), grant.expiresOn());
    }

    private static LocalDate lastDay(CreditGrant grant) {
        return grant.expiresOn() == null ? LocalDate.MAX : grant.expiresOn();
    }
}
