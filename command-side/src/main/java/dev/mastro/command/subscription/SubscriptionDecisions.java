package dev.mastro.command.subscription;

import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.catalog.CancellationPolicy;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.subscription.SubscriptionCommands.AssignLicence;
import dev.mastro.command.subscription.SubscriptionCommands.Reactivate;
import dev.mastro.command.subscription.SubscriptionCommands.RequestCancellation;
import dev.mastro.command.subscription.SubscriptionCommands.UnassignLicence;
import dev.mastro.command.subscription.SubscriptionCommands.WithdrawPendingChange;
import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.LicenceAssigned;
import dev.mastro.shared.subscription.LicenceUnassigned;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.SubscriptionReactivated;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Renewal off and on, scheduled changes back, licences to users: everything that moves no money.
 */
public final class SubscriptionDecisions {

    private SubscriptionDecisions() {}

    /** Judges a command on a subscription. */
    public static Draft decide(
            SubscriptionCommands command, Book book, Circumstances circumstances) {
        SubscriptionState subscription =
                book.find(command.subscriptionId())
                        .orElseThrow(() ->
                                Rejection.SUBSCRIPTION_UNKNOWN.because(
                                        "The account has no such subscription."));
        Draft draft = new Draft(book);
        switch (command) {
            case RequestCancellation c -> cancel(draft, subscription, c.reason(), circumstances);
            case Reactivate _ -> reactivate(draft, subscription, circumstances);
            case WithdrawPendingChange _ -> withdraw(draft, subscription, circumstances);
            case AssignLicence c -> {
                AccountRules.requireActorMay(ActorRight.ASSIGN_LICENCES, circumstances);
                assign(draft, subscription, c.user(), circumstances.today());
            }
            case UnassignLicence c -> {
                AccountRules.requireActorMay(ActorRight.ASSIGN_LICENCES, circumstances);
                unassign(draft, subscription, c.user(), circumstances.today());
            }
        }
        return draft;
    }

    /** Allowed in every live state; twice is once (billing.md R002-01, pitfall 33). */
    private static void cancel(
            Draft draft,
            SubscriptionState subscription,
            @Nullable String reason,
            Circumstances circumstances) {
        requireMayChange(draft.book(), circumstances);
        requireLive(subscription, circumstances.today());
        requireSellersChannel(subscription, circumstances);
        AccountRules.requireNoRenewalDue(subscription, circumstances.today());
        requireReason(reason, circumstances.policy().cancellation());
        if (!subscription.product().cycle().renews()) {
            throw Rejection.NOT_RENEWING.because("This product ends by itself.");
        }
        if (subscription.cancellation() != null) {
            return;
        }
        if (subscription.pending() != null) {
            draft.add(
                    new PendingChangeWithdrawn(
                            subscription.id(), subscription.accountId(), circumstances.today()));
        }
        draft.add(
                new CancellationRequested(
                        subscription.id(),
                        subscription.accountId(),
                        code(reason, circumstances.policy().cancellation()),
                        subscription.line().period().end(),
                        circumstances.today(),
                        draft.book().account().customer().acceptedTerms()));
    }

    private static void reactivate(
            Draft draft, SubscriptionState subscription, Circumstances circumstances) {
        requireMayChange(draft.book(), circumstances);
        requireLive(subscription, circumstances.today());
        if (subscription.cancellation() != null) {
            draft.add(
                    new SubscriptionReactivated(
                            subscription.id(), subscription.accountId(), circumstances.today()));
        }
    }

    private static void withdraw(
            Draft draft, SubscriptionState subscription, Circumstances circumstances) {
        requireMayChange(draft.book(), circumstances);
        requireLive(subscription, circumstances.today());
        AccountRules.requireNoRenewalDue(subscription, circumstances.today());
        if (subscription.pending() == null) {
            throw Rejection.NO_PENDING_CHANGE.because("No change is scheduled.");
        }
        draft.add(
                new PendingChangeWithdrawn(
                        subscription.id(), subscription.accountId(), circumstances.today()));
    }

    /** Never more assigned than owned (billing.md R001-03). */
    private static void assign(
            Draft draft, SubscriptionState subscription, String user, LocalDate today) {
        requireLive(subscription, today);
        if (subscription.assigned().contains(user)) {
            return;
        }
        int owned = subscription.product().licences();
        if (subscription.assigned().size() >= owned) {
            throw Rejection.NO_LICENCE_FREE.because(
                    "All licences are in use.",
                    Map.of("owned", owned, "assigned", subscription.assigned().size()),
                    "Unassign one, or buy more.");
        }
        draft.add(new LicenceAssigned(subscription.id(), subscription.accountId(), user, today));
    }

    private static void unassign(
            Draft draft, SubscriptionState subscription, String user, LocalDate today) {
        if (subscription.assigned().contains(user)) {
            draft.add(
                    new LicenceUnassigned(
                            subscription.id(), subscription.accountId(), user, today));
        }
    }

    /** Whoever sells a product cancels it too (billing.md R002-12, R003-08). */
    private static void requireSellersChannel(
            SubscriptionState subscription, Circumstances circumstances) {
        circumstances
                .catalog()
                .find(subscription.product().product())
                .ifPresent(
                        product -> AccountRules.requireChannel(product.channel(), circumstances));
    }

    private static void requireMayChange(Book book, Circumstances circumstances) {
        AccountRules.requireActorMayBill(circumstances);
        AccountRules.requireOpen(book.account());
        AccountRules.requireOwnChannel(book.account(), circumstances);
    }

    /** At its last boundary a subscription is over even before the billing run ends it (CX-1). */
    private static void requireLive(SubscriptionState subscription, LocalDate today) {
        boolean over =
                subscription.cancellation() != null
                        && !today.isBefore(subscription.cancellation().endsOn());
        if (!subscription.isLive() || over) {
            throw Rejection.ALREADY_ENDED.because(
                    "The subscription has ended.", Map.of(), "Buy it again.");
        }
    }

    /** A reason in the customer's own words stays out of the ledger (billing.md R002-07). */
    private static @Nullable String code(@Nullable String reason, CancellationPolicy policy) {
        return reason == null || reason.isBlank() ? null : policy.codeOf(reason);
    }

    private static void requireReason(@Nullable String reason, CancellationPolicy policy) {
        if (!policy.reasonRequired()) {
            return;
        }
        if (reason == null || reason.isBlank()) {
            throw Rejection.REASON_REQUIRED.because(
                    "A reason must be given.", Map.of("reasons", policy.reasons()));
        }
    }
}
