package dev.mastro.command.subscription;

import dev.mastro.command.facts.Facts;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.SubscriptionState;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One product held by an account. Its local dates depend on the account's time zone, so everything
 * about it is decided over the whole book and only recorded here.
 */
@Aggregate(type = "Subscription", cache = "aggregateCache", lockFactory = "aggregateLocks")
public class Subscription {

    @SuppressWarnings("UnusedVariable") // Axon reads it.
    @AggregateIdentifier
    private SubscriptionId id;

    private SubscriptionState state;

    /** Axon replays events into this. */
    @SuppressWarnings("NullAway") // The first event sets every field.
    public Subscription() {}

    /** As it was; what its stream has more is replayed into it. */
    public Subscription(SubscriptionState state) {
        this.id = state.id();
        this.state = state;
    }

    @EventSourcingHandler
    void on(SubscriptionEvent event) {
        id = event.subscriptionId();
        state =
                event instanceof SubscriptionStarted started
                        ? SubscriptionState.started(started)
                        : state.after(event);
    }

    /** Records a fact that was decided over the whole book. */
    public void record(SubscriptionEvent event) {
        Facts.apply(event, event.subscriptionId());
    }

    /** What the subscription remembers. */
    public SubscriptionState state() {
        return state;
    }
}
