package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.credit.CreditCommands;
import dev.mastro.command.dispute.DisputeCommands;
import dev.mastro.command.dispute.DisputeCommands.LoseDispute;
import dev.mastro.command.dispute.DisputeCommands.OpenDispute;
import dev.mastro.command.dispute.DisputeCommands.WinDispute;
import dev.mastro.command.dispute.DisputeDecisions;
import dev.mastro.command.due.DueDates;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.payment.Payment;
import dev.mastro.command.refund.OfferRefund;
import dev.mastro.command.refund.RefundOffer;
import dev.mastro.command.refund.RefundPayment;
import dev.mastro.command.refund.RefundPaymentDecision;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.DisputeWon;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.RefundId;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceStatus;
import dev.mastro.shared.invoice.PaymentMissed;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** CB-1, both outcomes, and what happens beside them. */
class DisputeExamplesTest {

    private final BookFixture account = BookFixture.zoom();

    @Test
    void cb_1_the_invoice_is_open_again_and_the_fee_is_noted() {
        InvoiceId invoice = paidByCard();

        Step step = open("2025-05-20", "15.00");

        DisputeOpened dispute = step.only(DisputeOpened.class);
        assertThat(Step.text(dispute.amount())).isEqualTo("159.90");
        assertThat(dispute.fee()).isEqualTo(account.money("15.00"));
        assertThat(account.owedOn(invoice)).isEqualTo("159.90");
        assertThat(account.owed()).isEqualTo("159.90");
        assertThat(account.book().invoice(invoice).status()).isEqualTo(InvoiceStatus.OPEN);
    }

    @Test
    void cb_1_changes_are_blocked_and_no_money_goes_back_meanwhile() {
        paidByCard();
        open("2025-05-20", null);

        Refusal change = account.on("2025-05-21").refuse(Changes.total(account.subscription(), 12));
        account.by(ActorRole.SUPPORT);
        RefundPayment command =
                new RefundPayment(
                        BookFixture.ACCOUNT,
                        reference(),
                        new RefundId(new UUID(0, 6)),
                        account.money("10.00"),
                        "asked for");
        Refusal refund =
                account.refused((book, at) -> RefundPaymentDecision.decide(command, book, at));
        Refusal cashOut =
                account.on("2025-05-21")
                        .refuse(
                                new CreditCommands.RefundCredit(
                                        BookFixture.ACCOUNT,
                                        new RefundId(new UUID(0, 7)),
                                        account.money("1.00"),
                                        null));

        assertThat(change.rejection()).isEqualTo(Rejection.OUTSTANDING_INVOICES);
        assertThat(refund.rejection()).isEqualTo(Rejection.PAYMENT_DISPUTED);
        assertThat(refund.facts().get("payments")).isEqualTo(List.of(reference()));
        assertThat(cashOut.rejection()).isEqualTo(Rejection.PAYMENT_DISPUTED);
        assertThat(offer().reason()).isEqualTo("PAYMENT_DISPUTED");
    }

    @Test
    void cb_1_nobody_collects_while_the_provider_decides() {
        InvoiceId invoice = paidByCard();
        open("2025-05-20", null);

        assertThat(dueItems()).noneMatch(item -> item.contains(invoice.toString()));
        Step step =
                account.on("2025-05-21")
                        .collect(invoice, Payment.authorised("x", account.money("159.90")));
        assertThat(step.events()).isEmpty();
        assertThat(account.on("2025-06-03").plannedDowngrade().events()).isEmpty();
    }

    @Test
    void cb_1_a_dispute_that_is_won_settles_the_invoice_again() {
        InvoiceId invoice = paidByCard();
        open("2025-05-20", "15.00");

        Step step = settle("2025-06-05", new WinDispute(BookFixture.ACCOUNT, reference()));

        assertThat(step.only(DisputeWon.class).surplus()).isEqualTo(account.money("0.00"));
        assertThat(account.owedOn(invoice)).isEqualTo("0.00");
        assertThat(account.book().invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(account.credit()).isEqualTo("0.00");
        account.on("2025-06-05").total(12);
        assertThat(account.subscription().product().licences()).isEqualTo(12);
    }

    @Test
    void cb_1_a_dispute_that_is_lost_leaves_the_debt_and_dunning_starts_again() {
        InvoiceId invoice = paidByCard();
        open("2025-05-20", null);

        settle("2025-06-05", new LoseDispute(BookFixture.ACCOUNT, reference()));

        assertThat(account.owedOn(invoice)).isEqualTo("159.90");
        assertThat(dueItems())
                .contains("COLLECT " + invoice + " 2025-06-05")
                .contains("NON_PAYMENT_END " + invoice + " 2025-06-19");
        account.on("2025-06-05").collect(invoice, Payment.declined("declined"));
        assertThat(account.book().invoice(invoice).lastMiss())
                .extracting(PaymentMissed::nextAttemptOn)
                .isEqualTo(LocalDate.parse("2025-06-06"));
        assertThat(refusal("2025-06-06", new OpenDispute(BookFixture.ACCOUNT, reference(), null)))
                .isEqualTo(Rejection.NOTHING_TO_DISPUTE);
    }

    @Test
    void who_paid_otherwise_meanwhile_has_the_rest_as_credit_when_the_dispute_is_won() {
        InvoiceId invoice = paidByCard();
        open("2025-05-20", null);
        account.on("2025-05-25").pay(invoice, "100.00");

        Step step = settle("2025-06-05", new WinDispute(BookFixture.ACCOUNT, reference()));

        assertThat(Step.text(step.only(DisputeWon.class).surplus())).isEqualTo("100.00");
        assertThat(account.owed()).isEqualTo("0.00");
        assertThat(account.credit()).isEqualTo("100.00");
        assertThat(account.book().invoice(invoice).outstanding().isZero()).isTrue();
    }

    @Test
    void the_credit_that_a_surplus_became_goes_and_what_it_paid_is_owed_again() {
        BookFixture onInvoice = BookFixture.zoomOnInvoice();
        onInvoice.on("2025-05-10").start("pro", MONTHLY, 10);
        InvoiceId may = onInvoice.subscription().line().invoiceId();
        Step paid = onInvoice.on("2025-05-11").receive("400.00", null, null);
        onInvoice.on("2025-06-10").periodEnd();
        InvoiceId june = onInvoice.subscription().line().invoiceId();
        assertThat(onInvoice.credit()).isEqualTo("80.20");
        String reference = paid.only(PaymentReceived.class).reference();

        Step step =
                decide(
                        onInvoice,
                        "2025-06-11",
                        new OpenDispute(BookFixture.ACCOUNT, reference, null));

        assertThat(Step.text(step.only(DisputeOpened.class).amount())).isEqualTo("400.00");
        assertThat(onInvoice.credit()).isEqualTo("0.00");
        assertThat(onInvoice.owedOn(may)).isEqualTo("159.90");
        assertThat(onInvoice.owedOn(june)).isEqualTo("159.90");
        decide(onInvoice, "2025-06-20", new WinDispute(BookFixture.ACCOUNT, reference));
        assertThat(onInvoice.owed()).isEqualTo("0.00");
        assertThat(onInvoice.credit()).isEqualTo("80.20");
    }

    @Test
    void only_what_was_not_paid_back_can_be_disputed() {
        InvoiceId invoice = paidByCard();
        PaymentRefundExamplesTest.refund(account, "2025-05-15", reference(), "60.00");

        Step step = open("2025-05-20", null);

        assertThat(Step.text(step.only(DisputeOpened.class).amount())).isEqualTo("99.90");
        assertThat(account.owedOn(invoice)).isEqualTo("99.90");
    }

    @Test
    void new_credit_does_not_pay_what_may_still_turn_out_to_be_paid() {
        InvoiceId invoice = paidByCard();
        open("2025-05-20", null);
        account.by(ActorRole.SUPPORT);
        account.on("2025-05-21")
                .credit(
                        new CreditCommands.GrantGoodwill(
                                BookFixture.ACCOUNT,
                                new GrantId(new UUID(0, 9)),
                                account.money("20.00"),
                                "SORRY",
                                false,
                                null));

        assertThat(account.owedOn(invoice)).isEqualTo("159.90");
        settle("2025-06-05", new LoseDispute(BookFixture.ACCOUNT, reference()));
        assertThat(account.owedOn(invoice)).isEqualTo("139.90");
    }

    @Test
    void a_dispute_is_recorded_once_and_only_by_those_who_may() {
        paidByCard();
        OpenDispute opening = new OpenDispute(BookFixture.ACCOUNT, reference(), null);
        account.by(ActorRole.OWNER);
        account.on("2025-05-20");

        assertThat(
                        account.refused((book, at) -> DisputeDecisions.decide(opening, book, at))
                                .rejection())
                .isEqualTo(Rejection.NOT_ALLOWED);
        assertThat(refusal("2025-05-20", new WinDispute(BookFixture.ACCOUNT, reference())))
                .isEqualTo(Rejection.NO_OPEN_DISPUTE);
        assertThat(refusal("2025-05-20", new OpenDispute(BookFixture.ACCOUNT, "nobody", null)))
                .isEqualTo(Rejection.PAYMENT_UNKNOWN);
        open("2025-05-20", null);
        assertThat(refusal("2025-05-20", opening)).isEqualTo(Rejection.PAYMENT_DISPUTED);
    }

    @Test
    void an_account_with_a_dispute_is_not_closed() {
        paidByCard();
        account.on("2025-05-15").cancel();
        account.on("2025-06-10").periodEnd();
        open("2025-06-11", null);

        assertThat(account.book().account().receivables().disputes()).hasSize(1);
        assertThat(account.book().account().receivables().isEmpty()).isFalse();
    }

    @CanIgnoreReturnValue
    private InvoiceId paidByCard() {
        account.on("2025-05-10").start("pro", MONTHLY, 10);
        return account.subscription().line().invoiceId();
    }

    private String reference() {
        return account.book().payments().keySet().iterator().next();
    }

    @CanIgnoreReturnValue
    private Step open(String on, @Nullable String fee) {
        Money money = fee == null ? null : account.money(fee);
        return settle(on, new OpenDispute(BookFixture.ACCOUNT, reference(), money));
    }

    @CanIgnoreReturnValue
    private Step settle(String on, DisputeCommands command) {
        return decide(account, on, command);
    }

    @CanIgnoreReturnValue
    private static Step decide(BookFixture account, String on, DisputeCommands command) {
        account.by(ActorRole.FINANCE);
        account.on(on);
        Step step = account.accepted((book, at) -> DisputeDecisions.decide(command, book, at));
        account.by(ActorRole.OWNER);
        return step;
    }

    private Rejection refusal(String on, DisputeCommands command) {
        account.by(ActorRole.SYSTEM);
        account.on(on);
        return account.refused((book, at) -> DisputeDecisions.decide(command, book, at))
                .rejection();
    }

    private RefundOffer offer() {
        account.by(ActorRole.OWNER);
        OfferRefund question = new OfferRefund(BookFixture.ACCOUNT, account.subscription().id());
        return RefundOffer.of(question, account.book(), account.circumstances());
    }

    private List<String> dueItems() {
        return DueDates.of(account);
    }
}
