package dev.mastro.shared.view;

import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.subscription.EndState;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;

/** How an account stands on a day, in one word (api.md 2). */
public enum AccountStatus {
    /** Nothing is in the way. */
    ACTIVE,
    /** An invoice is overdue. */
    PAST_DUE,
    /** Paid services were taken away for non-payment. */
    DOWNGRADED,
    /** The last subscription ended, and nothing but sign-in and billing is left. */
    SUSPENDED,
    /** Closed for good. */
    CLOSED;

    /** The status on {@code today}, a date in the account's zone. */
    public static AccountStatus of(
            AccountState account, Collection<SubscriptionState> subscriptions, LocalDate today) {
        return switch (account.standing()) {
            case CLOSED -> CLOSED;
            case DOWNGRADED -> isSuspended(subscriptions) ? SUSPENDED : DOWNGRADED;
            case OPEN -> ofOpen(account, subscriptions, today);
        };
    }

    private static AccountStatus ofOpen(
            AccountState account, Collection<SubscriptionState> subscriptions, LocalDate today) {
        if (isSuspended(subscriptions)) {
            return SUSPENDED;
        }
        return account.receivables().open().stream().anyMatch(one -> one.overdueOn(today))
                ? PAST_DUE
                : ACTIVE;
    }

    private static boolean isSuspended(Collection<SubscriptionState> subscriptions) {
        if (subscriptions.stream().anyMatch(SubscriptionState::isLive)) {
            return false;
        }
        return subscriptions.stream()
                .map(SubscriptionState::ended)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(SubscriptionEnded::effectiveOn))
                .filter(last -> last.into() == EndState.SUSPENDED)
                .isPresent();
    }
}
