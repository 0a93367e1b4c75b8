package dev.mastro.command.ordering;

import static dev.mastro.command.examples.Changes.start;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Step;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.payment.Payment;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.Channel;
import dev.mastro.shared.account.OrderHeld;
import dev.mastro.shared.account.OrderLapsed;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.account.TermsAccepted;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may order, and what must be agreed to and paid before. */
class OrderPaymentTest {

    @Test
    void a_declined_card_changes_nothing() {
        Refusal refusal =
                BookFixture.zoom()
                        .on("2025-04-10")
                        .refuse(null, Payment.declined("expired"), start("pro", MONTHLY, 1));

        assertThat(refusal.rejection()).isEqualTo(Rejection.PAYMENT_DECLINED);
        assertThat(refusal.facts()).containsEntry("reason", "expired");
    }

    @Test
    void a_card_account_without_a_card_is_asked_for_one() {
        assertThat(
                        BookFixture.zoomWithoutCard()
                                .on("2025-04-10")
                                .refuse(start("pro", MONTHLY, 1))
                                .rejection())
                .isEqualTo(Rejection.PAYMENT_METHOD_REQUIRED);
    }

    @Test
    void another_amount_than_what_is_due_is_no_payment_for_it() {
        BookFixture account = BookFixture.zoom();
        Payment cents = Payment.authorised("card-1", account.money("0.15"));

        assertThat(account.on("2025-04-10").refuse(null, cents, start("pro", MONTHLY, 1)))
                .extracting(Refusal::rejection)
                .isEqualTo(Rejection.QUOTE_STALE);
    }

    @Test
    void an_order_waits_for_its_money_as_many_days_as_the_seller_says() {
        BookFixture account = BookFixture.goTo();
        OrderHeld held =
                account.on("2025-04-10")
                        .place(null, Payment.pending("card-1"), start("pro", MONTHLY, 5))
                        .only(OrderHeld.class);
        int days = account.circumstances().policy().access().heldOrderDays();
        assertThat(days).isEqualTo(7);
        assertThat(held.expiresOn()).isEqualTo("2025-04-17");

        assertThat(lapse(account, held, "2025-04-17").events()).isEmpty();
        assertThat(lapse(account, held, "2025-04-18").all(OrderLapsed.class)).hasSize(1);
        assertThat(lapse(account, held, "2025-04-18").events()).isEmpty();
    }

    private static Step lapse(BookFixture account, OrderHeld held, String on) {
        account.on(on);
        LapseOrder command =
                new LapseOrder(BookFixture.ACCOUNT, held.orderId(), LocalDate.parse(on));
        return account.accepted((book, at) -> OrderDecision.lapse(command, book, at));
    }

    @Test
    void a_new_order_takes_the_place_of_one_that_waits() {
        BookFixture account = BookFixture.goTo();
        Step first =
                account.on("2025-04-10")
                        .place(null, Payment.pending("card-1"), start("pro", MONTHLY, 5));

        Step second = account.on("2025-04-11").start("business", MONTHLY, 5);

        assertThat(second.only(OrderLapsed.class).orderId())
                .isEqualTo(first.only(OrderHeld.class).orderId());
        assertThat(second.all(OrderPlaced.class)).hasSize(1);
        assertThat(account.book().account().heldOrder()).isNull();
        assertThat(account.subscription().product().product()).isEqualTo("business");
    }

    @Test
    void an_order_of_goto_on_invoice_terms_waits_for_its_payment() {
        BookFixture account =
                new BookFixture(
                        BookFixture.seller("goto"),
                        BookFixture.onInvoice(
                                BookFixture.profile("goto", "US", "USD", "America/New_York")));

        Step held = account.on("2025-04-10").place(null, Payment.none(), start("pro", MONTHLY, 5));

        assertThat(Step.text(held.only(OrderHeld.class).due())).isEqualTo("70.00");
        assertThat(account.book().live()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014-12", ""})
    void terms_hold_by_the_version_in_force(String version) {
        BookFixture account = BookFixture.zoom();
        account.take(
                new TermsAccepted(BookFixture.ACCOUNT, version, LocalDate.parse("2025-04-09")));

        Refusal refusal = account.on("2025-04-10").refuse(start("pro", MONTHLY, 1));

        assertThat(refusal.rejection()).isEqualTo(Rejection.TERMS_NOT_ACCEPTED);
        assertThat(refusal.facts()).containsEntry("version", "2015-01");
    }

    @Test
    void terms_may_be_accepted_with_the_order() {
        BookFixture account = BookFixture.zoomOnInvoice();
        account.take(new TermsAccepted(BookFixture.ACCOUNT, "2014", LocalDate.EPOCH));
        PreviewOrder preview =
                new PreviewOrder(
                        BookFixture.ACCOUNT, List.of(start("pro", MONTHLY, 1)), "2015-01", null);
        var _ = account.on("2025-04-10");

        Quote quote = OrderDecision.preview(preview, account.book(), account.circumstances());

        assertThat(Step.text(quote.amounts().due())).isEqualTo("15.99");
    }

    @ParameterizedTest
    @CsvSource({
        "SALES_MANAGED, zoom, SALES_MANAGED",
        "CORPORATE, goto, CORPORATE_CHANNEL",
    })
    void managed_accounts_order_through_their_people(
            Channel channel, String seller, Rejection expected) {
        AccountProfile profile = BookFixture.profile(seller, "US", "USD", "UTC");
        BookFixture account =
                new BookFixture(
                        BookFixture.seller(seller),
                        new AccountProfile(
                                profile.seller(),
                                profile.country(),
                                profile.currency(),
                                profile.timeZone(),
                                profile.locale(),
                                profile.paymentTerms(),
                                0,
                                channel));

        Refusal refusal = account.on("2025-04-10").refuse(start("pro", MONTHLY, 1));
        account.by(ActorRole.SALES);
        account.on("2025-04-10").start("pro", MONTHLY, 1);

        assertThat(refusal.rejection()).isEqualTo(expected);
        assertThat(refusal.facts()).containsKey("contact");
    }

    @ParameterizedTest
    @EnumSource(
            value = ActorRole.class,
            names = {"MEMBER", "ADMIN"})
    void who_has_no_right_to_bill_orders_nothing(ActorRole role) {
        BookFixture account = BookFixture.goTo();
        account.by(role);

        assertThat(account.on("2025-04-10").refuse(start("pro", MONTHLY, 1)).rejection())
                .isEqualTo(Rejection.NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no token", "e30", "W10", "bnVsbA"})
    void what_is_no_token_of_ours_is_unknown(String text) {
        assertThatThrownBy(() -> QuoteToken.parse(text, BookFixture.ACCOUNT))
                .hasMessage(Rejection.QUOTE_UNKNOWN.name());
    }
}
