package dev.mastro.command.account;

import static dev.mastro.command.ledger.Rejection.ACCOUNT_CLOSED;
import static dev.mastro.command.ledger.Rejection.NOT_ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.Sellers;
import dev.mastro.command.catalog.file.SellerFiles;
import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.account.PaymentMethodChanged;
import dev.mastro.shared.account.TermsAccepted;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    private static final AccountId ID = AccountId.of("11111111-1111-4111-8111-111111111111");
    private static final LocalDate APRIL_10 = LocalDate.parse("2025-04-10");
    private static final LocalDate APRIL_11 = LocalDate.parse("2025-04-11");
    private static final Sellers SELLERS = SellerFiles.load(Optional.empty());
    private static final Clock LATE_ON_APRIL_10 =
            Clock.fixed(Instant.parse("2025-04-10T22:30:00Z"), ZoneOffset.UTC);
    private static final BillingDetails DETAILS =
            new BillingDetails("Example S.r.l.", "a@b.example", null, null, null, null);

    private final FixtureConfiguration<Account> account =
            new AggregateTestFixture<>(Account.class)
                    .registerInjectableResource(LATE_ON_APRIL_10)
                    .registerInjectableResource(SELLERS);

    @Test
    void terms_are_accepted_on_the_account_s_own_date() {
        account.given(opened())
                .when(new AcceptTerms(ID, "2015-01"), by("owner"))
                .expectEvents(new TermsAccepted(ID, "2015-01", APRIL_11));
    }

    @Test
    void terms_are_accepted_once() {
        account.given(opened(), new TermsAccepted(ID, "2015-01", APRIL_10))
                .when(new AcceptTerms(ID, "2015-01"), by("owner"))
                .expectNoEvents();
    }

    @Test
    void another_card_takes_the_place_of_the_first() {
        account.given(opened(), new PaymentMethodChanged(ID, "tok_expired", APRIL_10))
                .when(new ChangePaymentMethod(ID, "tok_ok"), by("billing"))
                .expectEvents(new PaymentMethodChanged(ID, "tok_ok", APRIL_11))
                .expectState(root ->
                        assertThat(root.state().customer().paymentMethod()).isEqualTo("tok_ok"));
    }

    @Test
    void the_same_card_changes_nothing() {
        account.given(opened(), new PaymentMethodChanged(ID, "tok_ok", APRIL_10))
                .when(new ChangePaymentMethod(ID, "tok_ok"), by("owner"))
                .expectNoEvents();
    }

    @Test
    void billing_details_change_and_the_same_ones_do_not() {
        account.given(opened())
                .when(new ChangeBillingDetails(ID, DETAILS), by("admin"))
                .expectEvents(new BillingDetailsChanged(ID, DETAILS, APRIL_11));
    }

    @Test
    void the_same_billing_details_change_nothing() {
        account.given(opened(), new BillingDetailsChanged(ID, DETAILS, APRIL_10))
                .when(new ChangeBillingDetails(ID, DETAILS), by("admin"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_ok", "tok_declined"})
    void a_member_changes_no_card(String token) {
        account.given(opened())
                .when(new ChangePaymentMethod(ID, token), by("member"))
                .expectNoEvents()
                .expectException(RuleViolation.class)
                .expectExceptionMessage(NOT_ALLOWED.name());
    }

    @Test
    void a_closed_account_changes_no_more() {
        account.given(opened(), new AccountClosed(ID, "MOVED", APRIL_10))
                .when(new ChangeBillingDetails(ID, DETAILS), by("owner"))
                .expectNoEvents()
                .expectException(RuleViolation.class)
                .expectExceptionMessage(ACCOUNT_CLOSED.name());
    }

    private static AccountOpened opened() {
        return new AccountOpened(
                ID, "A-1", BookFixture.profile("zoom", "IT", "EUR", "Europe/Rome"), APRIL_10);
    }

    private static Map<String, ?> by(String role) {
        return Map.of("actor", role + ":demo");
    }
}
