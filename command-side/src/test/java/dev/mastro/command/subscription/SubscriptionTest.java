package dev.mastro.command.subscription;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.facts.RecordFact;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.money.TaxRate;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.ChangeScheduled;
import dev.mastro.shared.subscription.LicenceAssigned;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.SubscriptionStatus;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Replay and recording; what is recorded is decided elsewhere. */
class SubscriptionTest {

    private static final SubscriptionId ID = new SubscriptionId(new UUID(0, 2));
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final LocalDate APRIL_10 = LocalDate.parse("2025-04-10");
    private static final LocalDate MAY_10 = LocalDate.parse("2025-05-10");
    private static final SubscriptionStarted STARTED =
            new SubscriptionStarted(
                    ID,
                    ACCOUNT,
                    pro(12),
                    APRIL_10,
                    new ActiveLine(
                            new InvoiceId(new UUID(0, 3)),
                            1,
                            new BillingPeriod(APRIL_10, MAY_10),
                            Money.parse("USD 191.88"),
                            Money.parse("USD 0.00"),
                            TaxRate.ZERO),
                    null,
                    APRIL_10);

    private final FixtureConfiguration<Subscription> subscription =
            new AggregateTestFixture<>(Subscription.class);

    /** Records as the unit of work of a command does. */
    static final class Recording {

        private final Repository<Subscription> subscriptions;

        Recording(Repository<Subscription> subscriptions) {
            this.subscriptions = subscriptions;
        }

        @CommandHandler
        void handle(RecordFact command) throws Exception {
            SubscriptionEvent fact = (SubscriptionEvent) command.fact();
            if (fact instanceof SubscriptionStarted) {
                var _ =
                        subscriptions.newInstance(() -> {
                            Subscription root = new Subscription();
                            root.record(fact);
                            return root;
                        });
            } else {
                subscriptions.load(command.subject()).execute(root -> root.record(fact));
            }
        }
    }

    @Test
    void its_first_fact_makes_it() {
        subscription
                .registerAnnotatedCommandHandler(new Recording(subscription.getRepository()))
                .givenNoPriorActivity()
                .when(new RecordFact(ID.toString(), STARTED))
                .expectEvents(STARTED);
    }

    @Test
    void further_facts_are_recorded_on_what_was_replayed() {
        ChangeScheduled scheduled =
                new ChangeScheduled(ID, ACCOUNT, pro(10), MAY_10, APRIL_10.plusDays(10));

        subscription
                .registerAnnotatedCommandHandler(new Recording(subscription.getRepository()))
                .given(STARTED, new LicenceAssigned(ID, ACCOUNT, "user-1", APRIL_10))
                .when(new RecordFact(ID.toString(), scheduled))
                .expectEvents(scheduled)
                .expectState(root -> {
                    assertThat(root.state().status())
                            .isEqualTo(SubscriptionStatus.PENDING_DOWNGRADE);
                    assertThat(root.state().assigned()).containsExactly("user-1");
                    assertThat(root.state().renewsAs()).isEqualTo(pro(10));
                });
    }

    private static SubscribedProduct pro(int licences) {
        return new SubscribedProduct("pro", MONTHLY, licences, Money.parse("USD 15.99"));
    }
}
