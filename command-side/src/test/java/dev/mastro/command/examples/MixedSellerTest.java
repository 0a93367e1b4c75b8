package dev.mastro.command.examples;

import static dev.mastro.command.ledger.Rejection.ADDON_CYCLE_CONFLICT;
import static dev.mastro.command.ledger.Rejection.BELOW_PLAN_MINIMUM;
import static dev.mastro.command.ledger.Rejection.CONTACT_SALES;
import static dev.mastro.command.ledger.Rejection.CONTACT_SUPPORT;
import static dev.mastro.command.ledger.Rejection.CYCLE_NOT_OFFERED;
import static dev.mastro.command.ledger.Rejection.OUTSTANDING_INVOICES;
import static dev.mastro.shared.calendar.BillingCycle.ANNUAL;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.credit.CreditCommands;
import dev.mastro.command.payment.Payment;
import dev.mastro.command.subscription.SubscriptionCommands;
import dev.mastro.shared.account.AccountDowngraded;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.PaymentMissed;
import dev.mastro.shared.subscription.EndState;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;

/**
 * A seller that chooses what neither shipped seller does (sellers/mixed.yaml): thirty days a month,
 * halves to the even cent, credit that waits, plans that fall at once and rise later. Italy pays 22
 * %. All figures were computed by hand.
 */
class MixedSellerTest {

    private final BookFixture account = account();

    /** 4 x 25.00; then 21 of 30 days of 100.00 against 21 of 30 of 150.00. */
    @Test
    void more_licences_keep_the_anchor_in_months_of_thirty_days() {
        Step bought = account.on("2025-01-15").start("company", MONTHLY, 4);
        Step more = account.on("2025-01-25").total(6);

        assertThat(bought.due()).isEqualTo("122.00");
        assertThat(more.credit()).isEqualTo("70.00");
        assertThat(more.charge()).isEqualTo("105.00");
        assertThat(more.tax()).isEqualTo("7.70");
        assertThat(more.due()).isEqualTo("42.70");
        assertThat(account.on("2025-02-15").periodEnd().due()).isEqualTo("183.00");
    }

    /** 14 of the 21 days of 105.00 + 23.10 come back; 14 of 30 days of 60.00 are paid with them. */
    @Test
    void a_lower_plan_acts_at_once_and_the_fall_in_price_waits_as_credit() {
        account.on("2025-01-15").start("company", MONTHLY, 4);
        account.on("2025-01-25").total(6);

        Step lower = account.on("2025-02-01").product("team", 6);

        assertThat(lower.granted()).isEqualTo("85.40");
        assertThat(lower.charge()).isEqualTo("28.00");
        assertThat(lower.tax()).isEqualTo("6.16");
        assertThat(lower.creditUsed()).isEqualTo("34.16");
        assertThat(lower.due()).isEqualTo("0.00");
        assertThat(account.credit()).isEqualTo("51.24");
        assertThat(account.subscription().line().period().end()).isEqualTo("2025-02-15");
    }

    /** Four are wanted, five are in use when the renewal comes: 5 x 10.00. */
    @Test
    void fewer_licences_are_supports_to_order_and_users_may_go_until_the_renewal() {
        account.on("2025-01-15").start("team", MONTHLY, 6);
        account.on("2025-01-15").assign(6);
        assertThat(account.on("2025-01-20").refuse(Changes.total(account.subscription(), 4)))
                .extracting("rejection")
                .isEqualTo(CONTACT_SUPPORT);
        account.by(ActorRole.SUPPORT);

        account.on("2025-01-20").total(4);
        assertThat(account.subscription().status()).isEqualTo(SubscriptionStatus.PENDING_DOWNGRADE);
        account.on("2025-01-30")
                .subscription(
                        new SubscriptionCommands.UnassignLicence(
                                BookFixture.ACCOUNT, account.subscription().id(), "user-6"));

        assertThat(account.on("2025-02-15").periodEnd().due()).isEqualTo("61.00");
        assertThat(account.subscription().product().licences()).isEqualTo(5);
    }

    /** 5 x 25.00 + 27.50 a month; then 5 x 250.00 + 275.00 a year. */
    @Test
    void a_higher_plan_and_another_cycle_wait_for_the_period_and_only_sales_change_cycles() {
        account.on("2025-01-15").start("team", MONTHLY, 5);
        assertThat(account.on("2025-01-20").product("company", null).due()).isEqualTo("0.00");
        assertThat(account.on("2025-02-15").periodEnd().due()).isEqualTo("152.50");
        assertThat(
                        account.on("2025-02-20")
                                .refuse(Changes.cycle(account.subscription(), ANNUAL, null)))
                .extracting("rejection")
                .isEqualTo(CONTACT_SALES);
        account.by(ActorRole.SALES);

        assertThat(account.on("2025-02-20").cycle(ANNUAL).due()).isEqualTo("0.00");
        assertThat(account.on("2025-03-15").periodEnd().due()).isEqualTo("1525.00");
        assertThat(account.subscription().anchor()).isEqualTo("2025-03-15");
        assertThat(account.subscription().line().period().end()).isEqualTo("2026-03-15");
    }

    /** 51.24 of credit is left alone until the customer says otherwise. */
    @Test
    void credit_is_spent_once_the_customer_switches_it_on() {
        account.on("2025-01-15").start("company", MONTHLY, 4);
        account.on("2025-01-25").total(6);
        account.on("2025-02-01").product("team", 6);
        assertThat(account.on("2025-02-15").periodEnd().due()).isEqualTo("73.20");
        assertThat(account.credit()).isEqualTo("51.24");

        account.on("2025-02-16")
                .credit(new CreditCommands.SwitchAutoApplyCredit(BookFixture.ACCOUNT, true));
        Step renewed = account.on("2025-03-15").periodEnd();

        assertThat(renewed.creditUsed()).isEqualTo("51.24");
        assertThat(renewed.due()).isEqualTo("21.96");
        assertThat(account.credit()).isEqualTo("0.00");
    }

    /** 8.00 from its own day on; then 5.60 back, 12.00 for a new month, 1.23 and 2.64 of tax. */
    @Test
    void add_ons_have_months_of_their_own_and_begin_a_new_one_with_more_capacity() {
        account.on("2025-01-15").start("company", MONTHLY, 3);
        Step room = account.on("2025-01-20").start("room-50", MONTHLY, 1);

        Step larger =
                account.on("2025-01-30")
                        .order(Changes.product(account.subscription("room-50"), "room-100", null));

        assertThat(room.charge()).isEqualTo("8.00");
        assertThat(room.tax()).isEqualTo("1.76");
        assertThat(larger.credit()).isEqualTo("5.60");
        assertThat(larger.charge()).isEqualTo("12.00");
        assertThat(larger.tax()).isEqualTo("1.41");
        assertThat(larger.due()).isEqualTo("7.81");
        assertThat(account.subscription("room-100").line().period().end()).isEqualTo("2025-02-28");
    }

    @Test
    void the_family_of_an_add_on_has_one_cycle_and_a_monthly_plan_no_annual_add_on() {
        account.on("2025-01-15").start("company", MONTHLY, 3);
        assertThat(account.on("2025-01-16").refuse(Changes.start("room-50", ANNUAL, 1)))
                .extracting("rejection")
                .isEqualTo(CYCLE_NOT_OFFERED);

        BookFixture annual = account();
        annual.on("2025-01-15").start("company", ANNUAL, 3);
        annual.on("2025-01-15").start("room-50", ANNUAL, 1);
        assertThat(annual.on("2025-01-16").refuse(Changes.start("room-100", MONTHLY, 1)))
                .extracting("rejection")
                .isEqualTo(ADDON_CYCLE_CONFLICT);
        annual.on("2025-01-16").start("room-100", ANNUAL, 1);
    }

    /** 13 of the 30 days of 12.00 + 2.64 are left when the plan ends: 5.20 + 1.14. */
    @Test
    void what_is_left_of_an_add_on_comes_back_when_its_plan_ends() {
        account.on("2025-01-15").start("company", MONTHLY, 3);
        account.on("2025-01-30").start("room-100", MONTHLY, 1);
        account.on("2025-02-01")
                .subscription(
                        new SubscriptionCommands.RequestCancellation(
                                BookFixture.ACCOUNT, account.subscription("company").id(), null));

        Step end = account.on("2025-02-15").periodEnd();

        assertThat(end.creditNoteGross()).isEqualTo("6.34");
        assertThat(end.creditNoteTax()).isEqualTo("1.14");
        assertThat(account.credit()).isEqualTo("6.34");
        assertThat(end.all(SubscriptionEnded.class))
                .extracting(SubscriptionEnded::into)
                .containsOnly(EndState.BASIC);
    }

    /** 12 of 30 days of 75.00 + 16.50 are owed: 30.00 + 6.60. */
    @Test
    void dunning_has_its_own_days_and_leaves_the_days_with_access_owed() {
        account.on("2025-01-15").start("company", MONTHLY, 3);
        Step missed = account.on("2025-02-15").periodEndUnpaid();
        InvoiceId invoice = missed.only(InvoiceIssued.class).invoiceId();
        assertThat(missed.only(PaymentMissed.class).nextAttemptOn()).isEqualTo("2025-02-17");
        assertThat(declined("2025-02-17", invoice).nextAttemptOn()).isEqualTo("2025-02-20");
        assertThat(declined("2025-02-20", invoice).nextAttemptOn()).isNull();
        assertThat(account.on("2025-02-24").plannedDowngrade().events()).isEmpty();

        Step end = account.on("2025-02-25").plannedDowngrade();

        assertThat(end.creditNoteGross()).isEqualTo("54.90");
        assertThat(account.owed()).isEqualTo("36.60");
        assertThat(end.all(AccountDowngraded.class)).hasSize(1);
        assertThat(account.latest().status()).isEqualTo(SubscriptionStatus.SUSPENDED);
    }

    /** On the due day nothing is overdue; the day after it is. */
    @Test
    void an_invoice_blocks_once_it_is_overdue_and_after_the_end_in_any_case() {
        account.on("2025-01-15").start("team", MONTHLY, 3);
        account.on("2025-02-15").periodEndUnpaid();
        account.on("2025-02-15").start("starter", MONTHLY, 1);
        assertThat(account.on("2025-02-16").refuse(Changes.start("company", MONTHLY, 3)))
                .extracting("rejection")
                .isEqualTo(OUTSTANDING_INVOICES);
        account.on("2025-02-25").plannedDowngrade();
        account.by(ActorRole.ADMIN);

        assertThat(account.on("2025-02-26").refuse(Changes.start("team", MONTHLY, 1)))
                .extracting("rejection")
                .isEqualTo(OUTSTANDING_INVOICES);
        account.on("2025-02-26").receive(account.owed(), null, null);
        assertThat(account.on("2025-02-26").start("team", MONTHLY, 1).due()).isEqualTo("12.20");
    }

    /** Company costs 30.00 and needs five from July on; who has three at 25.00 keeps both. */
    @Test
    void minimums_and_prices_of_before_hold_for_those_who_have_them() {
        account.on("2025-06-20").start("company", MONTHLY, 3);

        Step renewed = account.on("2025-07-20").periodEnd();
        Step more = account.on("2025-07-25").total(4);

        assertThat(renewed.due()).isEqualTo("91.50");
        assertThat(more.credit()).isEqualTo("65.00");
        assertThat(more.charge()).isEqualTo("86.67");
        InvoiceIssued invoice = more.only(InvoiceIssued.class);
        assertThat(invoice.pricedBy().catalogVersion()).isEqualTo("catalog-2");
        assertThat(invoice.lines())
                .extracting(line -> line.basis().catalogVersion())
                .containsExactly("catalog-1", "catalog-1");

        BookFixture late = account();
        assertThat(late.on("2025-07-25").refuse(Changes.start("company", MONTHLY, 4)))
                .extracting("rejection")
                .isEqualTo(BELOW_PLAN_MINIMUM);
        Step five = late.on("2025-07-25").start("company", MONTHLY, 5);
        assertThat(five.charge()).isEqualTo("150.00");
        assertThat(five.only(InvoiceIssued.class).lines().getFirst().basis().catalogVersion())
                .isEqualTo("catalog-2");
    }

    private PaymentMissed declined(String date, InvoiceId invoice) {
        return account.on(date)
                .collect(invoice, Payment.declined("expired"))
                .only(PaymentMissed.class);
    }

    private static BookFixture account() {
        BookFixture account =
                new BookFixture(
                        BookFixture.seller("mixed"),
                        BookFixture.profile("mixed", "IT", "EUR", "Europe/Rome"));
        account.by(ActorRole.ADMIN);
        return account;
    }
}
