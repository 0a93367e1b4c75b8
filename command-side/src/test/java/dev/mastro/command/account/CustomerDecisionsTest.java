package dev.mastro.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.catalog.file.EditedSeller;
import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Step;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.account.PaymentMethodChanged;
import dev.mastro.shared.account.TermsAccepted;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerDecisionsTest {

    private static final AccountId ID = BookFixture.ACCOUNT;
    private static final BillingDetails DETAILS =
            new BillingDetails("Example S.r.l.", "a@b.example", null, null, null, null);

    private final BookFixture account =
            new BookFixture(
                    EditedSeller.changedFrom("zoom", "2025-04-10", "2015-01\"", "2025-01\""),
                    BookFixture.profile("zoom", "US", "USD", "America/New_York"));

    @Test
    void terms_are_accepted_once() {
        assertThat(accept("2025-01").only(TermsAccepted.class).effectiveOn())
                .isEqualTo(LocalDate.parse("2025-04-10"));
        assertThat(accept("2025-01").events()).isEmpty();
    }

    @Test
    void terms_that_are_not_in_force_are_refused_at_once() {
        Refusal refusal =
                account.refused((book, at) ->
                        CustomerDecisions.acceptTerms(new AcceptTerms(ID, "2015-01"), book, at));

        assertThat(refusal.rejection()).isEqualTo(Rejection.TERMS_VERSION_UNKNOWN);
        assertThat(refusal.facts()).containsEntry("version", "2025-01");
    }

    @Test
    void another_card_takes_the_place_of_the_first_and_the_same_one_changes_nothing() {
        assertThat(pay("tok_expired").only(PaymentMethodChanged.class).token())
                .isEqualTo("tok_expired");
        assertThat(pay("tok_fails_once").events()).hasSize(1);
        assertThat(pay("tok_fails_once").events()).isEmpty();
        assertThat(account.book().account().customer().paymentMethod()).isEqualTo("tok_fails_once");
    }

    @Test
    void billing_details_change_and_the_same_ones_do_not() {
        account.by(ActorRole.ADMIN);

        assertThat(tell().only(BillingDetailsChanged.class).details()).isEqualTo(DETAILS);
        assertThat(tell().events()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ActorRole.class,
            names = {"OWNER", "ADMIN", "BILLING", "SUPPORT"})
    void whoever_may_bill_changes_the_card(ActorRole role) {
        account.by(role);

        assertThat(pay("tok_fails_once").events()).hasSize(1);
    }

    @Test
    void a_member_changes_nothing() {
        account.by(ActorRole.MEMBER);

        assertThat(
                        account.refused((book, at) ->
                                        CustomerDecisions.changePaymentMethod(
                                                new ChangePaymentMethod(ID, "tok_ok", null),
                                                book,
                                                at))
                                .rejection())
                .isEqualTo(Rejection.NOT_ALLOWED);
    }

    @Test
    void a_closed_account_changes_no_more() {
        assertThat(closed().events()).hasSize(1);

        assertThat(
                        account.refused((book, at) ->
                                        CustomerDecisions.changeDetails(
                                                new ChangeBillingDetails(ID, DETAILS), book, at))
                                .rejection())
                .isEqualTo(Rejection.ACCOUNT_CLOSED);
    }

    private Step closed() {
        return account.accepted(
                (book, at) -> AccountDecisions.close(new CloseAccount(ID, "MOVED"), book, at));
    }

    private Step accept(String version) {
        return account.accepted((book, at) ->
                CustomerDecisions.acceptTerms(new AcceptTerms(ID, version), book, at));
    }

    private Step pay(String token) {
        return account.accepted((book, at) ->
                CustomerDecisions.changePaymentMethod(
                        new ChangePaymentMethod(ID, token, null), book, at));
    }

    private Step tell() {
        return account.accepted((book, at) ->
                CustomerDecisions.changeDetails(new ChangeBillingDetails(ID, DETAILS), book, at));
    }
}
