package dev.mastro.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.facts.RecordFact;
import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.Channel;
import dev.mastro.shared.account.PaymentMethodChanged;
import dev.mastro.shared.account.PaymentTerms;
import dev.mastro.shared.account.TermsAccepted;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Replay and recording; what is recorded is decided elsewhere. */
class AccountTest {

    private static final AccountId ID = new AccountId(new UUID(0, 1));
    private static final LocalDate APRIL_1 = LocalDate.parse("2025-04-01");
    private static final AccountOpened OPENED =
            new AccountOpened(
                    ID,
                    "A-1",
                    new AccountProfile(
                            "zoom",
                            "US",
                            CurrencyUnit.USD,
                            ZoneOffset.UTC,
                            "en",
                            PaymentTerms.CARD,
                            0,
                            Channel.SELF_SERVICE),
                    APRIL_1);

    private final FixtureConfiguration<Account> account = new AggregateTestFixture<>(Account.class);

    /** Records as the unit of work of a command does. */
    static final class Recording {

        private final Repository<Account> accounts;

        Recording(Repository<Account> accounts) {
            this.accounts = accounts;
        }

        @CommandHandler
        void handle(RecordFact command) throws Exception {
            AccountEvent fact = (AccountEvent) command.fact();
            if (fact instanceof AccountOpened) {
                var _ =
                        accounts.newInstance(() -> {
                            Account root = new Account();
                            root.record(fact);
                            return root;
                        });
            } else {
                accounts.load(command.subject()).execute(root -> root.record(fact));
            }
        }
    }

    @Test
    void its_first_fact_makes_it() {
        account.registerAnnotatedCommandHandler(new Recording(account.getRepository()))
                .givenNoPriorActivity()
                .when(new RecordFact(ID.toString(), OPENED))
                .expectEvents(OPENED);
    }

    @Test
    void further_facts_are_recorded_on_what_was_replayed() {
        PaymentMethodChanged other = new PaymentMethodChanged(ID, "tok_ok", APRIL_1);

        account.registerAnnotatedCommandHandler(new Recording(account.getRepository()))
                .given(
                        OPENED,
                        new TermsAccepted(ID, "2015-01", APRIL_1),
                        new PaymentMethodChanged(ID, "tok_expired", APRIL_1))
                .when(new RecordFact(ID.toString(), other))
                .expectEvents(other)
                .expectState(root -> {
                    assertThat(root.state().customer().paymentMethod()).isEqualTo("tok_ok");
                    assertThat(root.state().customer().acceptedTerms()).isEqualTo("2015-01");
                });
    }

    @Test
    void what_closes_it_is_recorded_like_any_other_fact() {
        AccountClosed closed = new AccountClosed(ID, "NOT_USED", APRIL_1);

        account.registerAnnotatedCommandHandler(new Recording(account.getRepository()))
                .given(OPENED)
                .when(new RecordFact(ID.toString(), closed))
                .expectEvents(closed);
    }
}
