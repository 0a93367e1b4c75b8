package dev.mastro.shared.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.subscription.ChangeScheduled;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionState;
import dev.mastro.shared.subscription.SubscriptionStatus;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A subscription with its period and its counts of licences (api.md 4). */
public record SubscriptionView(
        SubscriptionId id,
        AccountId accountId,
        String product,
        BillingCycle cycle,
        SubscriptionStatus status,
        @JsonUnwrapped Term term,
        @JsonUnwrapped Licences licences,
        Money unitPrice,
        @Nullable PendingChange pendingChange) {

    /**
     * {@code nextBilling} is {@code null} when no period follows, {@code endsOn} while the
     * subscription has no end.
     */
    public record Term(
            BillingPeriod period,
            LocalDate anchor,
            @Nullable LocalDate nextBilling,
            @Nullable LocalDate endsOn) {}

    /** Licences held, licences of the next period, and licences in use by whom. */
    public record Licences(int owned, int renewing, int assigned, List<String> assignedUsers) {}

    /** What the subscription becomes at its next boundary. */
    public record PendingChange(
            String product,
            BillingCycle cycle,
            int licences,
            Money unitPrice,
            LocalDate takesEffectOn) {

        private static PendingChange of(ChangeScheduled change) {
            SubscribedProduct to = change.to();
            return new PendingChange(
                    to.product(),
                    to.cycle(),
                    to.licences(),
                    to.unitPrice(),
                    change.takesEffectOn());
        }
    }

    /** The subscription as both sides show it. */
    public static SubscriptionView of(SubscriptionState subscription) {
        SubscribedProduct product = subscription.product();
        ChangeScheduled pending = subscription.pending();
        return new SubscriptionView(
                subscription.id(),
                subscription.accountId(),
                product.product(),
                product.cycle(),
                subscription.status(),
                term(subscription),
                licences(subscription),
                product.unitPrice(),
                pending == null ? null : PendingChange.of(pending));
    }

    private static Term term(SubscriptionState subscription) {
        BillingPeriod period = subscription.period();
        return new Term(
                period,
                subscription.anchor(),
                subscription.renewsAs() == null ? null : period.end(),
                endsOn(subscription));
    }

    private static @Nullable LocalDate endsOn(SubscriptionState subscription) {
        if (subscription.ended() != null) {
            return subscription.ended().effectiveOn();
        }
        if (subscription.cancellation() != null) {
            return subscription.cancellation().endsOn();
        }
        return subscription.product().cycle().renews() ? null : subscription.line().period().end();
    }

    private static Licences licences(SubscriptionState subscription) {
        SubscribedProduct next = subscription.renewsAs();
        return new Licences(
                subscription.isLive() ? subscription.product().licences() : 0,
                next == null ? 0 : next.licences(),
                subscription.assigned().size(),
                List.copyOf(subscription.assigned()));
    }
}
