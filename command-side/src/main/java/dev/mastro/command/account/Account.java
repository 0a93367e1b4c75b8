package dev.mastro.command.account;

import dev.mastro.command.catalog.Sellers;
import dev.mastro.command.facts.Facts;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Actor;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.account.PaymentMethodChanged;
import dev.mastro.shared.account.TermsAccepted;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One account. What concerns it alone is judged here; what also moves subscriptions and invoices is
 * decided over its whole book and recorded through {@link #record}.
 */
@Aggregate(type = "Account", cache = "aggregateCache", lockFactory = "aggregateLocks")
public class Account {

    @AggregateIdentifier private AccountId id;

    private AccountState state;

    /** Axon replays events into this. */
    @SuppressWarnings("NullAway") // The first event sets every field.
    public Account() {}

    @CommandHandler
    void handle(AcceptTerms command, Clock clock) {
        requireOpen();
        if (!command.version().equals(state.customer().acceptedTerms())) {
            record(new TermsAccepted(id, command.version(), today(clock)));
        }
    }

    @CommandHandler
    void handle(
            ChangePaymentMethod command,
            Sellers sellers,
            Clock clock,
            @MetaDataValue(value = "actor", required = true) String actor) {
        requireOpen();
        requireMayBill(Actor.parse(actor), sellers, clock);
        if (!command.token().equals(state.customer().paymentMethod())) {
            record(new PaymentMethodChanged(id, command.token(), today(clock)));
        }
    }

    @CommandHandler
    void handle(
            ChangeBillingDetails command,
            Sellers sellers,
            Clock clock,
            @MetaDataValue(value = "actor", required = true) String actor) {
        requireOpen();
        requireMayBill(Actor.parse(actor), sellers, clock);
        if (!command.details().equals(state.customer().details())) {
            record(new BillingDetailsChanged(id, command.details(), today(clock)));
        }
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

    private void requireOpen() {
        AccountRules.requireOpen(state);
    }

    private void requireMayBill(Actor actor, Sellers sellers, Clock clock) {
        boolean may =
                sellers.find(state.profile().seller())
                        .orElseThrow()
                        .policyOn(today(clock))
                        .access()
                        .mayBill(actor.role());
        if (!may) {
            throw Rejection.NOT_ALLOWED.because("This role has no right to bill.");
        }
    }

    private LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), state.profile().timeZone());
    }
}
