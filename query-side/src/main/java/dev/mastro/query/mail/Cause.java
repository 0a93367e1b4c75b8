package dev.mastro.query.mail;

import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.seller.Occasion;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.invoice.PaymentMissed;
import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import java.util.Optional;
import java.util.UUID;

/**
 * The fact that a mail is about. {@code key} is the same for facts that share one mail, such as the
 * renewals that one invoice bills; an order is told apart as purchase or change when it is written.
 */
record Cause(
        String eventId,
        UUID account,
        Occasion occasion,
        String key,
        String stream,
        long sequence,
        long position) {

    static Optional<Cause> of(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case OrderPlaced e ->
                    Optional.of(of(recorded, Occasion.PURCHASE, e.orderId(), e.accountId()));
            case SubscriptionRenewed e ->
                    Optional.of(
                            of(
                                    recorded,
                                    Occasion.RENEWAL,
                                    e.opened().invoiceId(),
                                    e.subscriptionId()));
            case PaymentMissed e ->
                    Optional.of(
                            of(
                                    recorded,
                                    Occasion.DUNNING,
                                    e.invoiceId() + "/" + e.attempt(),
                                    e.invoiceId()));
            case CancellationRequested e ->
                    Optional.of(
                            of(
                                    recorded,
                                    Occasion.CANCELLATION,
                                    recorded.eventId(),
                                    e.subscriptionId()));
            default -> Optional.empty();
        };
    }

    private static Cause of(RecordedEvent recorded, Occasion occasion, Object key, Object stream) {
        return new Cause(
                recorded.eventId(),
                recorded.event().accountId().value(),
                occasion,
                key.toString(),
                stream.toString(),
                recorded.sequence(),
                recorded.position());
    }
}
