package dev.mastro.command.subscription;

import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.subscription.SubscriptionCommands.AssignLicence;
import dev.mastro.command.subscription.SubscriptionCommands.Reactivate;
import dev.mastro.command.subscription.SubscriptionCommands.RecordUsage;
import dev.mastro.command.subscription.SubscriptionCommands.RequestCancellation;
import dev.mastro.command.subscription.SubscriptionCommands.UnassignLicence;
import dev.mastro.command.subscription.SubscriptionCommands.WithdrawPendingChange;
import dev.mastro.shared.calendar.WallClock;
import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.LicenceAssigned;
import dev.mastro.shared.subscription.LicenceUnassigned;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.SubscriptionReactivated;
import dev.mastro.shared.subscription.SubscriptionState;
import dev.mastro.shared.subscription.UsageRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
        SubscriptionState subscription = CancellationRules.find(command.subscriptionId(), book);
        Draft draft = new Draft(book);
        switch (command) {
            case RequestCancellation c -> cancel(draft, subscription, c.reason(), circumstances);
            case Reactivate _ -> reactivate(draft, subscription, circumstances);
            case WithdrawPendingChange _ -> withdraw(draft, subscription, circumstances);
            case RecordUsage c -> use(draft, subscription, c.usedAt(), circumstances);
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
        CancellationRules.requireMayCancel(subscription, draft.book(), circumstances);
        CancellationRules.requireReason(reason, circumstances.policy().cancellation());
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
                        CancellationRules.code(reason, circumstances.policy().cancellation()),
                        subscription.line().period().end(),
                        circumstances.today(),
                        draft.book().account().customer().acceptedTerms()));
    }

    private static void reactivate(
            Draft draft, SubscriptionState subscription, Circumstances circumstances) {
        CancellationRules.requireMayChange(draft.book(), circumstances);
        CancellationRules.requireLive(subscription, circumstances.today());
        if (subscription.cancellation() != null) {
            draft.add(
                    new SubscriptionReactivated(
                            subscription.id(), subscription.accountId(), circumstances.today()));
        }
    }

    private static void withdraw(
            Draft draft, SubscriptionState subscription, Circumstances circumstances) {
        CancellationRules.requireMayCancel(subscription, draft.book(), circumstances);
        if (subscription.pending() == null) {
            throw Rejection.NO_PENDING_CHANGE.because("No change is scheduled.");
        }
        draft.add(
                new PendingChangeWithdrawn(
                        subscription.id(), subscription.accountId(), circumstances.today()));
    }

    /**
     * The first use since the line was billed decides about a refund, and one a day is enough to
     * know whether it was used after a day; the change day belongs to the new line (billing.md C2).
     */
    private static void use(
            Draft draft,
            SubscriptionState subscription,
            Instant usedAt,
            Circumstances circumstances) {
        CancellationRules.requireLive(subscription, circumstances.today());
        if (usedAt.isAfter(circumstances.now())) {
            throw Rejection.EFFECTIVE_DATE_IMPOSSIBLE.because(
                    "The use lies in the future.", Map.of("now", circumstances.now()));
        }
        ZoneId zone = draft.book().account().profile().timeZone();
        LocalDate on = WallClock.dateAt(usedAt, zone);
        UsageRecorded first = subscription.use().first();
        UsageRecorded last = subscription.use().last();
        boolean earlier = first == null || usedAt.isBefore(first.usedAt());
        boolean later = last == null || on.isAfter(last.effectiveOn());
        if (!on.isBefore(subscription.line().period().start()) && (earlier || later)) {
            draft.add(new UsageRecorded(subscription.id(), subscription.accountId(), usedAt, on));
        }
    }

    /** Never more assigned than owned (billing.md R001-03). */
    private static void assign(
            Draft draft, SubscriptionState subscription, String user, LocalDate today) {
        CancellationRules.requireLive(subscription, today);
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
}
