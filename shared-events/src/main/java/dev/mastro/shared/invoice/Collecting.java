package dev.mastro.shared.invoice;

import org.jspecify.annotations.Nullable;

/** How collecting an invoice went: the last charge that failed, and the last lost dispute. */
public record Collecting(@Nullable PaymentMissed lastMiss, @Nullable PaymentLost lastLoss) {

    /** Nothing has gone wrong. */
    static final Collecting UNTROUBLED = new Collecting(null, null);
}
