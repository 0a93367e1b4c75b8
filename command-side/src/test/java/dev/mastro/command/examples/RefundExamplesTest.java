package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.credit.CreditCommands;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.refund.CancelAndRefundDecision;
import dev.mastro.command.refund.OfferRefund;
import dev.mastro.command.refund.RefundOffer;
import dev.mastro.command.subscription.CancelAndRefund;
import dev.mastro.command.subscription.SubscriptionCommands;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditReturned;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceStatus;
import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.EndCause;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionState;
import dev.mastro.shared.subscription.SubscriptionStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RF-1, RF-2, RF-3 and both values of refundBasis. */
class RefundExamplesTest {

    private final BookFixture account = BookFixture.zoom();

    @Test
    void rf_1_who_did_not_use_it_since_it_was_billed_gets_all_of_it_back() {
        renewedOnMay10(account);

        RefundOffer offer = offer(account, "2025-05-14");
        Step step = cancelAndRefund(account, "2025-05-14");

        assertThat(offer.entitled()).isTrue();
        assertThat(Step.text(offer.amount())).isEqualTo("159.90");
        assertThat(offer.billedOn()).isEqualTo("2025-05-10");
        RefundIssued refund = step.only(RefundIssued.class);
        assertThat(Step.text(refund.amount())).isEqualTo("159.90");
        assertThat(refund.reference()).startsWith("card-");
        assertThat(step.creditNoteGross()).isEqualTo("159.90");
        assertThat(step.only(SubscriptionEnded.class).cause()).isEqualTo(EndCause.REFUNDED);
        assertThat(account.book().live()).isEmpty();
        assertThat(account.credit()).isEqualTo("0.00");
        assertThat(Earned.segments(account)).containsExactly("159.90", "0.00");
        InvoiceId invoice = step.only(CreditNoteIssued.class).invoiceId();
        assertThat(account.book().invoice(invoice).status()).isEqualTo(InvoiceStatus.CREDITED);
    }

    @Test
    void rf_1_who_only_cancels_keeps_the_service_and_gets_nothing() {
        renewedOnMay10(account);

        Step step = account.on("2025-05-14").cancel();

        assertThat(step.only(CancellationRequested.class).endsOn()).isEqualTo("2025-06-10");
        assertThat(step.all(RefundIssued.class)).isEmpty();
        assertThat(account.latest().status()).isEqualTo(SubscriptionStatus.CANCELLED_PENDING_END);
        assertThat(refusal(account, "2025-05-15").rejection())
                .isEqualTo(Rejection.CANCELLATION_PENDING);
    }

    @Test
    void rf_2_who_used_it_on_the_day_of_the_billing_gets_nothing() {
        renewedOnMay10(account);
        use(account, "2025-05-10T18:00:00Z", "2025-05-11");
        use(account, "2025-05-10T13:30:00Z", "2025-05-11");

        RefundOffer offer = offer(account, "2025-05-14");
        Refusal refusal = refusal(account, "2025-05-14");

        assertThat(offer.entitled()).isFalse();
        assertThat(offer.reason()).isEqualTo("USED_SINCE_LAST_BILLED");
        assertThat(offer.firstUsedAt()).isEqualTo("2025-05-10T13:30:00Z");
        assertThat(Step.text(offer.amount())).isEqualTo("0.00");
        assertThat(refusal.rejection()).isEqualTo(Rejection.USED_SINCE_LAST_BILLED);
        assertThat(refusal.facts().get("firstUsedAt"))
                .isEqualTo(Instant.parse("2025-05-10T13:30:00Z"));
        assertThat(refusal.remedy()).contains("Cancel without a refund");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-10T03:59:59Z, true",
        "2025-05-10T04:00:00Z, false",
    })
    void a_use_at_exactly_the_billing_instant_counts(String usedAt, boolean entitled) {
        renewedOnMay10(account);
        use(account, usedAt, "2025-05-12");

        assertThat(offer(account, "2025-05-14").entitled()).isEqualTo(entitled);
    }

    @Test
    void a_late_report_of_use_counts_until_the_refund_is_paid() {
        renewedOnMay10(account);
        assertThat(offer(account, "2025-05-14").entitled()).isTrue();
        use(account, "2025-05-11T09:00:00Z", "2025-05-14");

        assertThat(offer(account, "2025-05-14").reason()).isEqualTo("USED_SINCE_LAST_BILLED");
    }

    @Test
    void the_next_billing_forgets_the_use_before_it() {
        renewedOnMay10(account);
        use(account, "2025-06-09T12:00:00Z", "2025-06-09");
        account.on("2025-06-10").periodEnd();

        assertThat(offer(account, "2025-06-11").entitled()).isTrue();
    }

    @Test
    void rf_3_money_goes_to_the_card_and_credit_to_where_it_came_from() {
        account.on("2025-04-10").start("pro", MONTHLY, 10);
        GrantId gift = goodwill(account, "2025-05-01", "45.00", "2025-12-31");
        Step renewal = account.on("2025-05-10").periodEnd();
        assertThat(renewal.creditUsed()).isEqualTo("45.00");
        assertThat(renewal.paid()).isEqualTo("114.90");

        RefundOffer offer = offer(account, "2025-05-14");
        Step step = cancelAndRefund(account, "2025-05-14");

        assertThat(Step.text(offer.amount())).isEqualTo("114.90");
        assertThat(Step.text(offer.credit())).isEqualTo("45.00");
        assertThat(Step.text(step.only(RefundIssued.class).amount())).isEqualTo("114.90");
        assertThat(step.only(CreditReturned.class).grant())
                .isEqualTo(
                        new CreditGrant(
                                gift,
                                account.money("45.00"),
                                CreditSource.GOODWILL,
                                false,
                                LocalDate.parse("2025-12-31")));
        assertThat(account.credit()).isEqualTo("45.00");
        assertThat(account.refundable()).isEqualTo("0.00");
    }

    @Test
    void rf_3_credit_that_has_expired_meanwhile_does_not_come_back_to_life() {
        account.on("2025-04-10").start("pro", MONTHLY, 10);
        goodwill(account, "2025-05-01", "45.00", "2025-05-12");
        account.on("2025-05-10").periodEnd();

        RefundOffer offer = offer(account, "2025-05-14");
        Step step = cancelAndRefund(account, "2025-05-14");

        assertThat(Step.text(offer.amount())).isEqualTo("114.90");
        assertThat(Step.text(offer.credit())).isEqualTo("0.00");
        assertThat(step.all(CreditReturned.class)).hasSize(1);
        assertThat(account.credit()).isEqualTo("0.00");
        assertThat(account.book().account().wallet().grants()).isEmpty();
    }

    @Test
    void an_invoice_that_credit_settled_alone_gives_the_credit_back() {
        account.on("2025-04-10").start("pro", MONTHLY, 10);
        goodwill(account, "2025-05-01", "200.00", null);
        account.on("2025-05-10").periodEnd();

        Step step = cancelAndRefund(account, "2025-05-14");

        assertThat(step.all(RefundIssued.class)).isEmpty();
        assertThat(account.credit()).isEqualTo("200.00");
        assertThat(account.refundable()).isEqualTo("0.00");
    }

    @Test
    void two_payments_of_one_invoice_go_back_each_on_its_way() {
        BookFixture onInvoice = BookFixture.zoomOnInvoice();
        onInvoice.on("2025-05-10").start("pro", MONTHLY, 10);
        onInvoice.on("2025-05-11").receive("60.00", null, null);
        onInvoice.on("2025-05-12").receive("40.00", null, null);

        Step step = cancelAndRefund(onInvoice, "2025-05-14");

        assertThat(step.all(RefundIssued.class))
                .extracting(refund -> Step.text(refund.amount()))
                .containsExactly("40.00", "60.00");
        assertThat(step.cancelled()).isEqualTo("59.90");
        assertThat(onInvoice.owed()).isEqualTo("0.00");
        assertThat(onInvoice.credit()).isEqualTo("0.00");
    }

    @Test
    void who_paid_nothing_gets_nothing_back() {
        BookFixture onInvoice = BookFixture.zoomOnInvoice();
        onInvoice.on("2025-05-10").start("pro", MONTHLY, 10);

        assertThat(offer(onInvoice, "2025-05-14").reason()).isEqualTo("NOTHING_TO_REFUND");
        assertThat(refusal(onInvoice, "2025-05-14").rejection())
                .isEqualTo(Rejection.NOTHING_TO_REFUND);
    }

    @Test
    void a_change_was_billed_last_and_its_own_charge_goes_back() {
        account.on("2025-04-10").start("pro", MONTHLY, 10);
        account.on("2025-04-28").total(12);

        Step step = cancelAndRefund(account, "2025-04-29");

        assertThat(Step.text(step.only(RefundIssued.class).amount())).isEqualTo("12.79");
        assertThat(Earned.billed(account)).isEqualTo("159.90");
    }

    @Test
    void what_was_paid_back_of_the_payment_before_is_not_paid_back_again() {
        renewedOnMay10(account);
        String reference =
                account.history().stream()
                        .filter(PaymentReceived.class::isInstance)
                        .map(event -> ((PaymentReceived) event).reference())
                        .reduce((first, last) -> last)
                        .orElseThrow();
        PaymentRefundExamplesTest.refund(account, "2025-05-12", reference, "60.00");

        Step step = cancelAndRefund(account, "2025-05-14");

        assertThat(Step.text(step.only(RefundIssued.class).amount())).isEqualTo("99.90");
        assertThat(Earned.segments(account)).containsExactly("159.90", "0.00");
    }

    @Test
    void the_add_ons_end_with_the_plan() {
        account.on("2025-05-10")
                .order(
                        Changes.start("pro", MONTHLY, 10),
                        Changes.start("large-meeting", MONTHLY, 1));

        Step step = cancelAndRefund(account, "2025-05-14", account.subscription("pro"));

        assertThat(Step.text(step.only(RefundIssued.class).amount())).isEqualTo("159.90");
        assertThat(step.all(SubscriptionEnded.class))
                .extracting(SubscriptionEnded::cause)
                .containsExactly(EndCause.REFUNDED, EndCause.BASE_ENDED);
        assertThat(account.book().live()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-10, 159.90, ''",
        "2025-05-14, 139.27, ''",
        "2025-06-09, 5.16, ''",
    })
    void prorated_unused_pays_what_remains_of_the_line(String on, String amount, String reason) {
        BookFixture prorating = prorating(30);
        renewedOnMay10(prorating);

        RefundOffer offer = offer(prorating, on);
        Step step = cancelAndRefund(prorating, on);

        assertThat(Step.text(offer.amount())).isEqualTo(amount);
        assertThat(Step.text(step.only(RefundIssued.class).amount())).isEqualTo(amount);
        assertThat(Earned.billed(prorating))
                .isEqualTo(Step.text(prorating.money("319.80").minus(offer.amount())));
    }

    @Test
    void prorated_unused_never_pays_more_than_the_last_invoice_charged() {
        BookFixture prorating = prorating(30);
        prorating.on("2025-04-10").start("pro", MONTHLY, 10);
        prorating.on("2025-04-28").total(12);

        assertThat(Step.text(offer(prorating, "2025-04-29").amount())).isEqualTo("12.79");
    }

    @ParameterizedTest
    @CsvSource({"2025-05-17, true", "2025-05-18, false"})
    void the_window_ends_with_its_last_day(String on, boolean entitled) {
        BookFixture prorating = prorating(7);
        renewedOnMay10(prorating);

        RefundOffer offer = offer(prorating, on);

        assertThat(offer.entitled()).isEqualTo(entitled);
        assertThat(offer.lastDay()).isEqualTo("2025-05-17");
        if (!entitled) {
            assertThat(refusal(prorating, on).rejection()).isEqualTo(Rejection.REFUND_WINDOW_OVER);
        }
    }

    @Test
    void where_refunds_go_through_support_nobody_takes_one_himself() {
        BookFixture goTo = BookFixture.goTo();
        goTo.on("2025-05-10").start("pro", MONTHLY, 5);

        assertThat(offer(goTo, "2025-05-11").reason()).isEqualTo("REFUND_VIA_SUPPORT");
        assertThat(refusal(goTo, "2025-05-11").rejection()).isEqualTo(Rejection.REFUND_VIA_SUPPORT);
    }

    @Test
    void a_refund_needs_a_reason_where_a_cancellation_does() {
        renewedOnMay10(account);
        CancelAndRefund command =
                new CancelAndRefund(BookFixture.ACCOUNT, account.subscription().id(), " ");
        account.on("2025-05-14");

        Refusal refusal =
                account.refused((book, at) -> CancelAndRefundDecision.decide(command, book, at));

        assertThat(refusal.rejection()).isEqualTo(Rejection.REASON_REQUIRED);
    }

    private static void renewedOnMay10(BookFixture account) {
        account.on("2025-04-10").start("pro", MONTHLY, 10);
        use(account, "2025-05-09T12:00:00Z", "2025-05-09");
        account.on("2025-05-10").periodEnd();
    }

    private static BookFixture prorating(int windowDays) {
        return new BookFixture(
                MoneyVariants.prorating(windowDays),
                BookFixture.profile("zoom", "US", "USD", "America/New_York"));
    }

    private static void use(BookFixture account, String usedAt, String reportedOn) {
        account.on(reportedOn)
                .subscription(
                        new SubscriptionCommands.RecordUsage(
                                BookFixture.ACCOUNT,
                                account.subscription().id(),
                                Instant.parse(usedAt)));
    }

    @CanIgnoreReturnValue
    private static GrantId goodwill(
            BookFixture account, String on, String amount, @Nullable String expires) {
        GrantId id = GrantId.of("aaaaaaaa-5555-4555-8555-555555555555");
        account.by(ActorRole.SUPPORT);
        account.on(on)
                .credit(
                        new CreditCommands.GrantGoodwill(
                                BookFixture.ACCOUNT,
                                id,
                                account.money(amount),
                                "SORRY",
                                false,
                                expires == null ? null : LocalDate.parse(expires)));
        account.by(ActorRole.OWNER);
        return id;
    }

    private static RefundOffer offer(BookFixture account, String on) {
        OfferRefund question = new OfferRefund(BookFixture.ACCOUNT, account.latest().id());
        account.on(on);
        return RefundOffer.of(question, account.book(), account.circumstances());
    }

    private static Step cancelAndRefund(BookFixture account, String on) {
        return cancelAndRefund(account, on, account.subscription());
    }

    private static Step cancelAndRefund(
            BookFixture account, String on, SubscriptionState subscription) {
        account.on(on);
        CancelAndRefund command = command(subscription);
        return account.accepted((book, at) -> CancelAndRefundDecision.decide(command, book, at));
    }

    private static Refusal refusal(BookFixture account, String on) {
        account.on(on);
        CancelAndRefund command = command(account.subscription());
        return account.refused((book, at) -> CancelAndRefundDecision.decide(command, book, at));
    }

    private static CancelAndRefund command(SubscriptionState subscription) {
        return new CancelAndRefund(BookFixture.ACCOUNT, subscription.id(), "NOT_USED");
    }
}
