package dev.mastro.query.platform;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountId;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;

/** One account after the other in one segment, different accounts side by side. */
public enum AccountSequence implements SequencingPolicy<EventMessage<?>> {
    INSTANCE;

    @Override
    public @Nullable AccountId getSequenceIdentifierFor(EventMessage<?> message) {
        return message.getPayload() instanceof LedgerEvent event ? event.accountId() : null;
    }
}
