package dev.mastro.query.timeline;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Finds out which names sentences will need, by telling them without any. */
final class MentionedIds implements Names {

    private final Set<UUID> ids = new HashSet<>();

    static Set<UUID> in(Iterable<LedgerEvent> events) {
        MentionedIds mentioned = new MentionedIds();
        TimelineWords words = new TimelineWords(mentioned);
        for (LedgerEvent event : events) {
            var _ = words.sentenceFor(event);
            if (event instanceof SubscriptionEvent change) {
                mentioned.ids.add(change.subscriptionId().value());
            }
        }
        return mentioned.ids;
    }

    @Override
    public String of(InvoiceId invoice) {
        ids.add(invoice.value());
        return "";
    }

    @Override
    public String of(SubscriptionId subscription) {
        ids.add(subscription.value());
        return "";
    }
}
