package dev.mastro.command.ordering;

import static dev.mastro.command.examples.Changes.cycle;
import static dev.mastro.command.examples.Changes.product;
import static dev.mastro.command.examples.Changes.start;
import static dev.mastro.command.examples.Changes.total;
import static dev.mastro.shared.calendar.BillingCycle.ANNUAL;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static dev.mastro.shared.calendar.BillingCycle.ONE_MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Variants;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.ChangeType;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an order may not ask for. */
class OrderRefusalsTest {

    private final BookFixture account = withPro(BookFixture.zoom());

    @ParameterizedTest
    @CsvSource({
        "unheard-of, MONTHLY, 1, PRODUCT_UNKNOWN",
        "large-meeting-1000, ANNUAL, 1, CYCLE_NOT_OFFERED",
        "pro, ONE_MONTH, 1, CYCLE_NOT_OFFERED",
        "pro, ANNUAL, 1, ALREADY_SUBSCRIBED",
        "business, MONTHLY, 9, BELOW_PLAN_MINIMUM",
        "enterprise, MONTHLY, 50, CONTACT_SALES",
        "business, MONTHLY, 0, INVALID_QUANTITY",
        "business, MONTHLY, 1000001, INVALID_QUANTITY",
        "business, MONTHLY, 2147483647, INVALID_QUANTITY"
    })
    void a_start_is_refused(String product, BillingCycle cycle, int n, Rejection why) {
        assertThat(refusal(account, start(product, cycle, n))).isEqualTo(why);
    }

    @Test
    void the_most_licences_there_are_have_a_price() {
        assertThat(account.on("2025-04-10").start("business", MONTHLY, 1_000_000).due())
                .isEqualTo("21990000.00");
    }

    @Test
    void a_currency_without_a_price_is_refused() {
        BookFixture yen =
                new BookFixture(
                        BookFixture.seller("zoom"),
                        BookFixture.profile("zoom", "JP", "JPY", "Asia/Tokyo"));
        yen.on("2025-04-10").start("pro", MONTHLY, 1);

        assertThat(refusal(yen, start("webinar-500", MONTHLY, 1)))
                .isEqualTo(Rejection.CURRENCY_NOT_OFFERED);
    }

    @Test
    void an_add_on_needs_a_plan_beside_it_or_in_the_same_order() {
        BookFixture nothing = BookFixture.zoom();
        OrderChange addOn = start("webinar-500", MONTHLY, 1);

        assertThat(nothing.on("2025-04-10").refuse(addOn).rejection())
                .isEqualTo(Rejection.PLAN_REQUIRED);
        assertThat(nothing.on("2025-04-10").order(addOn, start("pro", MONTHLY, 1)).due())
                .isEqualTo("94.99");
        assertThat(nothing.subscription("webinar-500").anchor())
                .isEqualTo(nothing.subscription("pro").anchor());
    }

    @Test
    void one_order_cannot_hold_an_add_on_in_two_cycles() {
        assertThat(
                        refusal(
                                account,
                                start("webinar-500", MONTHLY, 1),
                                start("webinar-500", ANNUAL, 1)))
                .isEqualTo(Rejection.ADDON_CYCLE_CONFLICT);
    }

    @Test
    void one_order_cannot_hold_a_plan_twice() {
        BookFixture nothing = BookFixture.zoom();

        assertThat(
                        nothing.on("2025-04-10")
                                .refuse(start("pro", MONTHLY, 1), start("pro", ANNUAL, 1))
                                .rejection())
                .isEqualTo(Rejection.ALREADY_SUBSCRIBED);
    }

    @Test
    void a_change_of_product_does_not_lead_to_a_second_of_the_kind() {
        account.on("2025-04-10").start("business", MONTHLY, 10);
        account.on("2025-04-10").start("webinar-500", MONTHLY, 1);
        account.on("2025-04-10").start("webinar-1000", ANNUAL, 1);

        assertThat(refusal(account, product(account.subscription("pro"), "business", null)))
                .isEqualTo(Rejection.ALREADY_SUBSCRIBED);
        assertThat(
                        refusal(
                                account,
                                product(account.subscription("webinar-500"), "webinar-1000", null)))
                .isEqualTo(Rejection.ADDON_CYCLE_CONFLICT);
    }

    @Test
    void a_seller_may_keep_annual_add_ons_from_monthly_plans() {
        BookFixture strict = withPro(Variants.zoomRefusingAnnualAddOnsOnMonthlyPlans());

        assertThat(refusal(strict, start("webinar-500", ANNUAL, 1)))
                .isEqualTo(Rejection.CYCLE_NOT_OFFERED);
        strict.on("2025-04-20").cycle(ANNUAL);
        strict.on("2025-04-20").start("webinar-500", ANNUAL, 1);
        assertThat(strict.book().live()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webinar-500", "large-meeting"})
    void a_plan_is_not_changed_into_an_add_on(String product) {
        assertThat(refusal(account, product(account.subscription(), product, null)))
                .isEqualTo(Rejection.PRODUCT_NOT_EXCHANGEABLE);
    }

    @Test
    void raising_one_thing_and_lowering_another_needs_two_orders() {
        SubscriptionState pro = account.subscription();

        assertThat(refusal(account, cycle(pro, ANNUAL, 11))).isEqualTo(Rejection.MIXED_TIMING);
        assertThat(refusal(account, total(pro, 11), start("webinar-500", MONTHLY, 1)))
                .isEqualTo(Rejection.MIXED_TIMING);
    }

    @Test
    void what_lives_one_month_is_bought_again_and_not_changed() {
        account.on("2025-04-10").start("webinar-500-once", ONE_MONTH, 1);
        SubscriptionState once = account.subscription("webinar-500-once");

        assertThat(refusal(account, total(once, 2))).isEqualTo(Rejection.CHANGE_NOT_OFFERED);
        account.on("2025-04-20").start("webinar-500-once", ONE_MONTH, 1);
        assertThat(account.book().live()).hasSize(3);
    }

    @Test
    void a_seller_without_add_ons_sells_none() {
        BookFixture other = BookFixture.goTo();
        other.on("2025-04-10").start("pro", MONTHLY, 12);

        assertThat(refusal(other, start("webinar-500", MONTHLY, 1)))
                .isEqualTo(Rejection.PRODUCT_UNKNOWN);
        assertThat(refusal(other, start("corporate", MONTHLY, 1)))
                .isEqualTo(Rejection.CORPORATE_CHANNEL);
    }

    @Test
    void a_lower_plan_of_goto_needs_support_however_it_is_asked_for() {
        BookFixture other = BookFixture.goTo();
        other.on("2025-04-10").start("business", MONTHLY, 5);
        SubscriptionState business = other.subscription();

        assertThat(refusal(other, product(business, "pro", null)))
                .isEqualTo(Rejection.CONTACT_SUPPORT);
        assertThat(refusal(other, product(business, "pro", null), cycle(business, ANNUAL, null)))
                .isEqualTo(Rejection.CONTACT_SUPPORT);
        other.by(ActorRole.SUPPORT);
        other.on("2025-04-20").product("pro", null);
        assertThat(other.subscription().product().product()).isEqualTo("pro");
    }

    @Test
    void a_reduction_that_acts_at_once_waits_for_users() {
        BookFixture other = BookFixture.goTo();
        other.on("2025-04-10").start("business", MONTHLY, 5);
        other.on("2025-04-10").assign(5);

        assertThat(refusal(other, total(other.subscription(), 4)))
                .isEqualTo(Rejection.LICENCES_STILL_ASSIGNED);
    }

    @Test
    void what_is_scheduled_already_is_no_change() {
        account.on("2025-04-15").total(10);

        assertThat(refusal(account, total(account.subscription(), 10)))
                .isEqualTo(Rejection.NO_CHANGE);
        account.on("2025-04-20").total(12);
        assertThat(account.subscription().pending()).isNull();
    }

    @Test
    void what_is_cancelled_is_not_changed() {
        account.on("2025-04-15").cancel();

        assertThat(refusal(account, total(account.subscription(), 14)))
                .isEqualTo(Rejection.CANCELLATION_PENDING);
    }

    @Test
    void what_ended_or_never_was_is_not_changed() {
        SubscriptionId unknown = new SubscriptionId(new UUID(0, 1));
        SubscriptionState pro = account.subscription();
        account.on("2025-04-15").cancel();
        account.on("2025-05-10").periodEnd();

        assertThat(account.on("2025-05-11").refuse(total(pro, 14)).rejection())
                .isEqualTo(Rejection.ALREADY_ENDED);
        assertThat(
                        account.on("2025-05-11")
                                .refuse(
                                        new OrderChange(
                                                ChangeType.ADJUST_LICENCES, unknown, null, null, 3))
                                .rejection())
                .isEqualTo(Rejection.SUBSCRIPTION_UNKNOWN);
    }

    @Test
    void nothing_overtakes_a_renewal_that_is_due() {
        assertThat(account.on("2025-05-10").refuse(total(account.subscription(), 14)).rejection())
                .isEqualTo(Rejection.RENEWAL_DUE);
    }

    @Test
    void days_that_are_billed_are_not_billed_again_from_the_past() {
        assertThat(account.on("2025-04-09").refuse(start("webinar-500", MONTHLY, 1)).rejection())
                .isEqualTo(Rejection.EFFECTIVE_DATE_IMPOSSIBLE);
        BookFixture debtor = BookFixture.zoomOnInvoice();
        debtor.on("2025-04-01").start("pro", MONTHLY, 10);
        debtor.on("2025-04-13").downgrade();
        debtor.on("2025-04-20").receive("63.96", null, null);

        assertThat(debtor.on("2025-04-12").refuse(start("pro", MONTHLY, 1)).rejection())
                .isEqualTo(Rejection.EFFECTIVE_DATE_IMPOSSIBLE);
        assertThat(debtor.on("2025-04-13").start("pro", MONTHLY, 1).due()).isEqualTo("15.99");
    }

    private static BookFixture withPro(BookFixture account) {
        account.on("2025-04-10").start("pro", MONTHLY, 12);
        return account;
    }

    private static Rejection refusal(BookFixture account, OrderChange... changes) {
        return account.on("2025-04-20").refuse(changes).rejection();
    }
}
