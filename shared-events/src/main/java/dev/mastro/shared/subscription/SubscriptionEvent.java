package dev.mastro.shared.subscription;

import dev.mastro.shared.LedgerEvent;

/** A fact in the life of one subscription. */
public sealed interface SubscriptionEvent extends LedgerEvent
        permits SubscriptionStarted,
                LicencesAdjusted,
                ProductChanged,
                CycleSwitched,
                SubscriptionRenewed,
                ChangeScheduled,
                PendingChangeWithdrawn,
                CancellationRequested,
                SubscriptionReactivated,
                SubscriptionEnded,
                LicenceAssigned,
                LicenceUnassigned,
                UsageRecorded,
                LineReduced {

    /** The subscription this fact is about. */
    SubscriptionId subscriptionId();
}
