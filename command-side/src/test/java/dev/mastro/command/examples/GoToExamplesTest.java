package dev.mastro.command.examples;

import static dev.mastro.command.ledger.Rejection.EXCEEDS_CREDIT;
import static dev.mastro.command.ledger.Rejection.REFUND_VIA_SUPPORT;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.credit.CreditCommands;
import dev.mastro.command.credit.CreditCommands.GrantGoodwill;
import dev.mastro.command.credit.CreditCommands.RefundCredit;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.payment.Payment;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.OrderHeld;
import dev.mastro.shared.account.RefundId;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** GT-1, 2, 3, 5, 7 and 8. */
class GoToExamplesTest {

    private static final GrantId GRANT = GrantId.of("55555555-5555-4555-8555-555555555555");
    private static final RefundId REFUND = RefundId.of("66666666-6666-4666-8666-666666666666");

    @Test
    void gt_1_an_upgrade_moves_the_billing_date() {
        BookFixture account = BookFixture.goTo();
        account.on("2025-04-10").start("pro", MONTHLY, 5);

        Step step = account.on("2025-04-25").product("business", null);

        assertThat(step.credit()).isEqualTo("35.00");
        assertThat(step.charge()).isEqualTo("95.00");
        assertThat(step.due()).isEqualTo("60.00");
        assertThat(account.subscription().line().period().end())
                .isEqualTo(LocalDate.parse("2025-05-25"));
    }

    @Test
    void gt_1_until_it_is_paid_nothing_is_unlocked() {
        BookFixture account = BookFixture.goTo();
        account.on("2025-04-10").start("pro", MONTHLY, 5);
        var toBusiness = Changes.product(account.subscription(), "business", null);

        Step held = account.on("2025-04-25").place(null, Payment.pending("card-1"), toBusiness);

        assertThat(Step.text(held.only(OrderHeld.class).due())).isEqualTo("60.00");
        assertThat(held.only(OrderHeld.class).expiresOn()).isEqualTo("2025-05-02");
        assertThat(account.subscription().product().product()).isEqualTo("pro");
        assertThat(account.subscription().anchor()).isEqualTo(LocalDate.parse("2025-04-10"));
    }

    @Test
    void gt_2_a_reduction_leaves_a_credit_that_pays_the_new_period() {
        BookFixture account = BookFixture.goTo();
        account.on("2025-06-03").start("business", MONTHLY, 20);

        Step step = account.on("2025-06-09").total(8);

        assertThat(step.granted()).isEqualTo("304.00");
        assertThat(step.charge()).isEqualTo("152.00");
        assertThat(step.creditUsed()).isEqualTo("152.00");
        assertThat(step.due()).isEqualTo("0.00");
        assertThat(account.credit()).isEqualTo("152.00");
        Step renewal = account.on("2025-07-09").periodEnd();
        assertThat(renewal.invoiced()).isEqualTo("152.00");
        assertThat(renewal.creditUsed()).isEqualTo("152.00");
        assertThat(renewal.due()).isEqualTo("0.00");
    }

    @Test
    void gt_3_a_late_small_reduction_may_ask_for_money() {
        BookFixture account = BookFixture.goTo();
        account.on("2025-06-03").start("business", MONTHLY, 10);

        Step step = account.on("2025-06-27").total(9);

        assertThat(step.granted()).isEqualTo("38.00");
        assertThat(step.charge()).isEqualTo("171.00");
        assertThat(step.due()).isEqualTo("133.00");
        assertThat(step.paid()).isEqualTo("133.00");
        assertThat(account.subscription().line().period().end())
                .isEqualTo(LocalDate.parse("2025-07-27"));
    }

    @Test
    void gt_3_a_seller_that_keeps_the_anchor_leaves_a_credit() {
        BookFixture account = Variants.goToKeepingTheAnchor();
        account.on("2025-06-03").start("business", MONTHLY, 10);

        Step step = account.on("2025-06-27").total(9);

        assertThat(step.granted()).isEqualTo("38.00");
        assertThat(step.charge()).isEqualTo("34.20");
        assertThat(step.due()).isEqualTo("0.00");
        assertThat(account.credit()).isEqualTo("3.80");
        assertThat(account.subscription().line().period().end())
                .isEqualTo(LocalDate.parse("2025-07-03"));
    }

    @Test
    void gt_5_credit_meets_the_next_payment() {
        BookFixture account = fourOfBusinessWithCredit();

        Step renewal = account.on("2025-07-09").periodEnd();

        assertThat(renewal.invoiced()).isEqualTo("76.00");
        assertThat(renewal.creditUsed()).isEqualTo("22.80");
        assertThat(renewal.paid()).isEqualTo("53.20");
        assertThat(account.credit()).isEqualTo("0.00");
    }

    @Test
    void gt_5_credit_waits_where_the_customer_switched_that_off() {
        BookFixture account = fourOfBusinessWithCredit();
        account.on("2025-06-12")
                .credit(new CreditCommands.SwitchAutoApplyCredit(BookFixture.ACCOUNT, false));

        Step renewal = account.on("2025-07-09").periodEnd();

        assertThat(renewal.paid()).isEqualTo("76.00");
        assertThat(account.credit()).isEqualTo("22.80");
    }

    private static BookFixture fourOfBusinessWithCredit() {
        BookFixture account = BookFixture.goTo();
        account.on("2025-06-09").start("business", MONTHLY, 4);
        account.on("2025-06-10").receive("22.80", null, null);
        return account;
    }

    @Test
    void gt_7_credit_is_paid_out_through_support_once_and_not_beyond() {
        BookFixture account = withCreditOf228();
        assertThat(account.credit()).isEqualTo("228.00");

        account.by(ActorRole.BILLING);
        Refusal contact = account.on("2025-06-10").refuse(refund(account, "100.00"));
        account.by(ActorRole.SUPPORT);
        Refusal tooMuch = account.on("2025-06-10").refuse(refund(account, "228.01"));
        Step step = account.on("2025-06-10").credit(refund(account, "100.00"));

        assertThat(contact.rejection()).isEqualTo(REFUND_VIA_SUPPORT);
        assertThat(tooMuch.rejection()).isEqualTo(EXCEEDS_CREDIT);
        assertThat(tooMuch.facts()).containsEntry("max", account.money("228.00"));
        assertThat(Step.text(step.only(RefundIssued.class).amount())).isEqualTo("100.00");
        assertThat(account.credit()).isEqualTo("128.00");
    }

    @Test
    void gt_7_goodwill_is_not_paid_out() {
        BookFixture account = withCreditOf228();
        account.by(ActorRole.SUPPORT);
        account.on("2025-06-10")
                .credit(
                        new GrantGoodwill(
                                BookFixture.ACCOUNT,
                                GRANT,
                                account.money("50.00"),
                                "SORRY",
                                false,
                                null));

        assertThat(account.credit()).isEqualTo("278.00");
        assertThat(account.refundable()).isEqualTo("228.00");
        assertThat(account.on("2025-06-10").refuse(refund(account, "228.01")).rejection())
                .isEqualTo(EXCEEDS_CREDIT);
    }

    /** 15 licences give 24 of 30 days of 285.00 back; what follows is not paid from it. */
    private static BookFixture withCreditOf228() {
        BookFixture account = BookFixture.goTo();
        account.on("2025-06-03").start("business", MONTHLY, 15);
        account.on("2025-06-03")
                .credit(new CreditCommands.SwitchAutoApplyCredit(BookFixture.ACCOUNT, false));
        account.on("2025-06-09").total(8);
        return account;
    }

    private static RefundCredit refund(BookFixture account, String amount) {
        return new RefundCredit(BookFixture.ACCOUNT, REFUND, account.money(amount), null);
    }

    @Test
    void gt_8_credit_for_days_nobody_paid_cancels_debt() {
        BookFixture account = Variants.goToUnlockingOnOrder();
        account.on("2025-04-10").start("pro", MONTHLY, 5);
        InvoiceId open = account.subscription().line().invoiceId();
        assertThat(account.owedOn(open)).isEqualTo("70.00");

        Step step = account.on("2025-04-25").product("business", null);

        assertThat(step.cancelled()).isEqualTo("35.00");
        assertThat(account.owedOn(open)).isEqualTo("35.00");
        assertThat(account.credit()).isEqualTo("0.00");
        assertThat(step.invoiced()).isEqualTo("95.00");
        assertThat(account.owed()).isEqualTo("130.00");
    }
}
