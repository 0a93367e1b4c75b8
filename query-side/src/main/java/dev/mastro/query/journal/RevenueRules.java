package dev.mastro.query.journal;

import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.ChangeScheduled;
import dev.mastro.shared.subscription.ClosedLine;
import dev.mastro.shared.subscription.CycleSwitched;
import dev.mastro.shared.subscription.LicenceAssigned;
import dev.mastro.shared.subscription.LicenceUnassigned;
import dev.mastro.shared.subscription.LicencesAdjusted;
import dev.mastro.shared.subscription.LineReduced;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.ProductChanged;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionReactivated;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.UsageRecorded;
import java.util.Optional;

/**
 * Which facts open and close a line of revenue. Subscriptions tell it rather than invoices, because
 * they know the billing cycle, and with it the revenue account, of what was billed.
 */
final class RevenueRules {

    private RevenueRules() {}

    /** The line that pays from now on; empty as well where nothing is charged. */
    static Optional<RevenueLine> openedBy(SubscriptionEvent event) {
        return switch (event) {
            case SubscriptionStarted e ->
                    charged(RevenueLine.opened(e.accountId(), e.product(), e.opened()));
            case SubscriptionRenewed e ->
                    charged(RevenueLine.opened(e.accountId(), e.product(), e.opened()));
            case LicencesAdjusted e ->
                    charged(RevenueLine.opened(e.accountId(), e.to(), e.opened()));
            case ProductChanged e -> charged(RevenueLine.opened(e.accountId(), e.to(), e.opened()));
            case CycleSwitched e -> charged(RevenueLine.opened(e.accountId(), e.to(), e.opened()));
            case SubscriptionEnded _,
                    ChangeScheduled _,
                    PendingChangeWithdrawn _,
                    CancellationRequested _,
                    SubscriptionReactivated _,
                    LicenceAssigned _,
                    LicenceUnassigned _,
                    UsageRecorded _,
                    LineReduced _ ->
                    Optional.empty();
        };
    }

    /** The line whose service stops; a line that runs to its end needs no closing. */
    static Optional<ClosedLine> closedBy(SubscriptionEvent event) {
        return switch (event) {
            case LicencesAdjusted e -> Optional.of(e.closed());
            case ProductChanged e -> Optional.of(e.closed());
            case CycleSwitched e -> Optional.of(e.closed());
            case SubscriptionEnded e -> Optional.ofNullable(e.closed());
            case SubscriptionStarted _,
                    SubscriptionRenewed _,
                    ChangeScheduled _,
                    PendingChangeWithdrawn _,
                    CancellationRequested _,
                    SubscriptionReactivated _,
                    LicenceAssigned _,
                    LicenceUnassigned _,
                    UsageRecorded _,
                    LineReduced _ ->
                    Optional.empty();
        };
    }

    private static Optional<RevenueLine> charged(RevenueLine line) {
        return Optional.of(line).filter(one -> one.net().isPositive());
    }
}
