package dev.mastro.query.platform;

import dev.mastro.eventstore.UnreadableEvent;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Events of one account go to one segment and so in order: every row belongs to one account. Where
 * nothing tells whose event it is, its stream stands for the account; that of an account bears the
 * account's own identifier.
 */
public enum AccountSequence implements SequencingPolicy<EventMessage<?>> {
    INSTANCE;

    @Override
    public @Nullable Object getSequenceIdentifierFor(EventMessage<?> message) {
        return switch (message.getPayload()) {
            case LedgerEvent event -> event.accountId();
            case UnreadableEvent event when event.account() != null -> event.account();
            case UnreadableEvent _ when message instanceof DomainEventMessage<?> fact ->
                    instead(fact.getAggregateIdentifier());
            default -> null;
        };
    }

    private static Object instead(String stream) {
        try {
            return AccountId.of(stream);
        } catch (IllegalArgumentException _) {
            return stream;
        }
    }
}
