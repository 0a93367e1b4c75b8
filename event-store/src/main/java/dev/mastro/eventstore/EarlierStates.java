package dev.mastro.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * What aggregates were when a command on them failed and their process forgot them. Events are only
 * ever added to a stream, so such a state stays the fold of its beginning, and whoever loads the
 * aggregate next reads only what follows. It is a snapshot that never leaves the memory: each is
 * handed out once, and those that nobody asks for give way to others.
 *
 * <p>{@code EventStore.readEvents(id)} begins with it, as repositories want it. Whoever wants the
 * events themselves says from where: {@code readEvents(id, 0)}.
 */
public final class EarlierStates {

    private static final int MOST = 1_000;

    private final Cache<String, DomainEventMessage<?>> states =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /**
     * Keeps what an aggregate was.
     *
     * @param sequence of the last event that the state contains
     * @param root belongs to whoever takes it
     */
    public void keep(String type, String aggregate, long sequence, Object root) {
        states.put(aggregate, new GenericDomainEventMessage<>(type, aggregate, sequence, root));
    }

    /** Hands over what was kept, in the form in which Axon expects a snapshot. */
    public Optional<DomainEventMessage<?>> take(String aggregate) {
        return Optional.ofNullable(states.asMap().remove(aggregate));
    }
}
