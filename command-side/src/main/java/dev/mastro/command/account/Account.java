package dev.mastro.command.account;

import dev.mastro.command.facts.Facts;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountState;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** One account. Everything about it is decided over its whole book and only recorded here. */
@Aggregate(type = "Account", cache = "aggregateCache", lockFactory = "aggregateLocks")
public class Account {

    @SuppressWarnings("UnusedVariable") // Axon reads it.
    @AggregateIdentifier
    private AccountId id;

    private AccountState state;

    /** Axon replays events into this. */
    @SuppressWarnings("NullAway") // The first event sets every field.
    public Account() {}

    /** As it was; what its stream has more is replayed into it. */
    public Account(AccountState state) {
        this.id = state.id();
        this.state = state;
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        id = event.accountId();
        state =
                event instanceof AccountOpened opened
                        ? AccountState.opened(opened)
                        : state.after(event);
    }

    /** Records a fact that was decided over the whole book. */
    public void record(AccountEvent event) {
        Facts.apply(event, event.accountId());
    }

    /** What the account remembers. */
    public AccountState state() {
        return state;
    }
}
