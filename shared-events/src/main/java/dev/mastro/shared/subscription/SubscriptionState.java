package dev.mastro.shared.subscription;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.calendar.BillingPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The fold of a subscription's facts: one product, the one line that pays for it, what is
 * scheduled, and who uses it. Replays; never refuses.
 */
public record SubscriptionState(
        SubscriptionId id,
        AccountId accountId,
        SubscribedProduct product,
        LocalDate anchor,
        ActiveLine line,
        @Nullable ChangeScheduled pending,
        @Nullable CancellationRequested cancellation,
        SubscriptionUse use,
        @Nullable SubscriptionEnded ended,
        @Nullable Instant expiresAt) {

    /** The state after the first fact of a subscription. */
    public static SubscriptionState started(SubscriptionStarted event) {
        return new SubscriptionState(
                event.subscriptionId(),
                event.accountId(),
                event.product(),
                event.anchor(),
                event.opened(),
                null,
                null,
                SubscriptionUse.none(),
                null,
                event.expiresAt());
    }

    /** The state after a further fact. */
    public SubscriptionState after(SubscriptionEvent event) {
        return switch (event) {
            case SubscriptionStarted e -> started(e);
            case LicencesAdjusted e -> changed(e.to(), e.anchor(), e.opened());
            case ProductChanged e -> changed(e.to(), e.anchor(), e.opened());
            case CycleSwitched e -> changed(e.to(), e.anchor(), e.opened());
            case SubscriptionRenewed e -> changed(e.product(), e.anchor(), e.opened());
            case ChangeScheduled e -> with(e, cancellation, ended);
            case PendingChangeWithdrawn _ -> with(null, cancellation, ended);
            case CancellationRequested e -> with(null, e, ended);
            case SubscriptionReactivated _ -> with(null, null, ended);
            case SubscriptionEnded e -> with(null, cancellation, e);
            case LicenceAssigned e -> with(use.assignedTo(e.user()));
            case LicenceUnassigned e -> with(use.unassignedFrom(e.user()));
            case UsageRecorded e -> with(use.used(e));
            case LineReduced e -> with(reduced(e));
        };
    }

    /** What the customer sees. */
    public SubscriptionStatus status() {
        if (ended != null) {
            return ended.into() == EndState.SUSPENDED
                    ? SubscriptionStatus.SUSPENDED
                    : SubscriptionStatus.ENDED;
        }
        if (cancellation != null) {
            return SubscriptionStatus.CANCELLED_PENDING_END;
        }
        return pending == null ? SubscriptionStatus.ACTIVE : SubscriptionStatus.PENDING_DOWNGRADE;
    }

    /** The users to whom licences are assigned. */
    public SortedSet<String> assigned() {
        return use.assigned();
    }

    /** Whether the service is in use. */
    public boolean isLive() {
        return ended == null;
    }

    /**
     * The whole natural period the active line lies in, counted from the anchor (billing.md C3).
     */
    public BillingPeriod period() {
        return product.cycle().periodContaining(anchor, line.period().start());
    }

    /** What the next period is billed at; {@code null} when none follows. */
    public @Nullable SubscribedProduct renewsAs() {
        if (ended != null || cancellation != null || !product.cycle().renews()) {
            return null;
        }
        return pending == null ? product : pending.to();
    }

    private SubscriptionState changed(
            SubscribedProduct to, LocalDate newAnchor, ActiveLine opened) {
        return new SubscriptionState(
                id,
                accountId,
                to,
                newAnchor,
                opened,
                null,
                null,
                use.billedFrom(opened.period().start()),
                ended,
                expiresAt);
    }

    private SubscriptionState with(
            @Nullable ChangeScheduled newPending,
            @Nullable CancellationRequested newCancellation,
            @Nullable SubscriptionEnded newEnd) {
        return new SubscriptionState(
                id,
                accountId,
                product,
                anchor,
                line,
                newPending,
                newCancellation,
                use,
                newEnd,
                expiresAt);
    }

    private SubscriptionState with(SubscriptionUse changed) {
        return new SubscriptionState(
                id,
                accountId,
                product,
                anchor,
                line,
                pending,
                cancellation,
                changed,
                ended,
                expiresAt);
    }

    private SubscriptionState with(ActiveLine changed) {
        return new SubscriptionState(
                id,
                accountId,
                product,
                anchor,
                changed,
                pending,
                cancellation,
                use,
                ended,
                expiresAt);
    }

    /** Only the line that pays now is remembered; what is given back of older ones is history. */
    private ActiveLine reduced(LineReduced event) {
        boolean active =
                line.invoiceId().equals(event.invoiceId())
                        && line.lineNumber() == event.lineNumber();
        return active ? line.less(event.net(), event.tax()) : line;
    }
}
