package dev.mastro.command.examples;

import static dev.mastro.command.ledger.Rejection.OUTSTANDING_INVOICES;
import static dev.mastro.shared.calendar.BillingCycle.ANNUAL;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.catalog.Seller;
import dev.mastro.command.catalog.file.EditedSeller;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.subscription.SubscriptionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of policies that no shipped seller has, one at a time, and policies that change. */
class PolicyVariantsTest {

    @Test
    void a_seller_may_sell_one_add_on_in_two_cycles() {
        BookFixture account =
                account(EditedSeller.of("zoom", "cycleConflict: REFUSE", "cycleConflict: ALLOW"));
        account.on("2025-06-01").start("pro", MONTHLY, 1);
        account.on("2025-06-01").start("webinar-500", MONTHLY, 1);

        account.on("2025-06-01").start("webinar-500", ANNUAL, 1);

        assertThat(account.book().live()).hasSize(3);
    }

    /** 12 days of April are owed: 63.96. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"PAY_THEN_BUY, false", "BUY, true"})
    void after_non_payment_the_way_back_is_the_sellers_to_say(String comeBack, boolean buys) {
        BookFixture account =
                account(EditedSeller.of("zoom", "comeBack: PAY_THEN_BUY", "comeBack: " + comeBack));
        account.on("2025-03-01").start("pro", MONTHLY, 10);
        account.on("2025-04-01").periodEndUnpaid();
        account.on("2025-04-13").downgrade();
        assertThat(account.owed()).isEqualTo("63.96");
        account.by(ActorRole.OWNER);

        if (buys) {
            assertThat(account.on("2025-05-20").start("pro", MONTHLY, 5).due()).isEqualTo("79.95");
        } else {
            assertThat(account.on("2025-05-20").refuse(Changes.start("pro", MONTHLY, 5)))
                    .extracting("rejection")
                    .isEqualTo(OUTSTANDING_INVOICES);
        }
    }

    /** Before July reductions wait; from July on they act at once and leave a credit. */
    @Test
    void a_change_of_policy_holds_from_its_day_on() {
        Seller seller =
                EditedSeller.changedFrom(
                        "zoom",
                        "2025-07-01",
                        "licenceDecrease: {mode: AT_PERIOD_END",
                        "licenceDecrease: {mode: KEEP_ANCHOR_CREDIT");
        BookFixture account = account(seller);
        InvoiceIssued first =
                account.on("2025-06-10").start("pro", MONTHLY, 10).only(InvoiceIssued.class);
        assertThat(account.on("2025-06-30").total(9).all(InvoiceIssued.class)).isEmpty();

        Step july = account.on("2025-07-01").total(8);

        InvoiceIssued second = july.only(InvoiceIssued.class);
        assertThat(first.pricedBy().policyVersion()).isEqualTo("policy-1");
        assertThat(second.pricedBy().policyVersion()).isEqualTo("policy-2");
        assertThat(july.granted()).isEqualTo("47.97");
        assertThat(july.charge()).isEqualTo("38.38");
        assertThat(july.due()).isEqualTo("0.00");
        assertThat(account.credit()).isEqualTo("9.59");
        assertThat(seller.policyOfVersion("policy-1").orElseThrow().changes())
                .isNotEqualTo(seller.policyOfVersion("policy-2").orElseThrow().changes());
    }

    /** What was scheduled under the old rules still happens; its period was counted by them. */
    @Test
    void what_was_scheduled_before_a_change_of_policy_still_happens() {
        BookFixture account =
                account(
                        EditedSeller.changedFrom(
                                "zoom",
                                "2025-07-01",
                                "licenceDecrease: {mode: AT_PERIOD_END",
                                "licenceDecrease: {mode: NOT_OFFERED"));
        account.on("2025-06-10").start("pro", MONTHLY, 10);
        account.on("2025-06-30").total(9);

        assertThat(account.on("2025-07-10").periodEnd().due()).isEqualTo("143.91");
        SubscriptionState held = account.subscription();
        assertThat(held.product().licences()).isEqualTo(9);
        assertThat(held.product().catalogVersion()).isEqualTo("catalog-1");
    }

    private static BookFixture account(Seller seller) {
        return new BookFixture(
                seller, BookFixture.profile(seller.code(), "US", "USD", "America/New_York"));
    }
}
