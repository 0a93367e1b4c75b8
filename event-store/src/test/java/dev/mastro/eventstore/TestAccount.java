package dev.mastro.eventstore;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AutoApplyCreditSwitched;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The smallest aggregate that can be opened and changed, with cache and lock as in production. */
@Aggregate(cache = "aggregateCache", lockFactory = "aggregateLocks")
public class TestAccount {

    public record Open(@TargetAggregateIdentifier AccountId id) {}

    /** Answers how often the account has been switched. */
    public record Switch(@TargetAggregateIdentifier AccountId id) {}

    /** Records something and then breaks a rule. */
    public record Refuse(@TargetAggregateIdentifier AccountId id) {}

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @AggregateIdentifier private AccountId id;

    private int switches;

    TestAccount() {}

    @CommandHandler
    TestAccount(Open command) {
        AggregateLifecycle.apply(new AutoApplyCreditSwitched(command.id(), false, DAY));
    }

    @CommandHandler
    int handle(Switch command) {
        AggregateLifecycle.apply(new AutoApplyCreditSwitched(id, true, DAY));
        return switches;
    }

    @CommandHandler
    void handle(Refuse command) {
        AggregateLifecycle.apply(new AutoApplyCreditSwitched(command.id(), true, DAY));
        throw new IllegalStateException("refused");
    }

    @EventSourcingHandler
    void on(AutoApplyCreditSwitched event) {
        id = event.accountId();
        switches++;
    }

    public static AccountId someId() {
        return new AccountId(UUID.randomUUID());
    }
}
