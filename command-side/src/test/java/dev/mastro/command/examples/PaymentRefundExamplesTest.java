package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.credit.CreditCommands;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.payment.PaymentDecisions;
import dev.mastro.command.payment.ReceivePayment;
import dev.mastro.command.refund.RefundPayment;
import dev.mastro.command.refund.RefundPaymentDecision;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.account.RefundId;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceId;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RF-6, and what else a payment may be asked for. */
class PaymentRefundExamplesTest {

    private final BookFixture account = BookFixture.zoomOnInvoice();

    @Test
    void rf_6_no_more_goes_back_than_is_left_of_the_payment() {
        InvoiceId invoice = paid("150.00");

        Step first = refund(account, "2025-05-12", "wire", "60.00");
        Step second = refund(account, "2025-05-13", "wire", "60.00");
        Refusal third = refusal("2025-05-14", "wire", "60.00");

        assertThat(Step.text(first.only(RefundIssued.class).amount())).isEqualTo("60.00");
        assertThat(Step.text(second.only(RefundIssued.class).amount())).isEqualTo("60.00");
        assertThat(third.rejection()).isEqualTo(Rejection.EXCEEDS_REFUNDABLE);
        assertThat(third.facts().get("max")).isEqualTo(account.money("30.00"));
        assertThat(first.creditNoteGross()).isEqualTo("60.00");
        assertThat(first.only(CreditNoteIssued.class).reason())
                .isEqualTo(CreditNoteReason.REFUNDED);
        assertThat(account.credit()).isEqualTo("0.00");
        assertThat(Step.text(account.book().invoice(invoice).paidBy("wire"))).isEqualTo("30.00");
        assertThat(Earned.billed(account)).isEqualTo("39.90");
    }

    @Test
    void what_is_given_back_lowers_the_price_of_the_service_that_goes_on() {
        paid("159.90");

        refund(account, "2025-05-12", "wire", "60.00");
        Step change = account.on("2025-05-25").total(12);

        assertThat(Step.text(account.latest().line().net())).isEqualTo(change.charge());
        assertThat(change.credit()).isEqualTo("51.56");
    }

    @Test
    void the_old_tax_goes_back_with_the_net_and_drains_to_zero() {
        BookFixture taxed =
                new BookFixture(
                        BookFixture.seller("zoom"),
                        BookFixture.onInvoice(
                                BookFixture.profile("zoom", "IT", "EUR", "Europe/Rome")));
        taxed.on("2025-05-10").start("pro", MONTHLY, 10);
        receive(taxed, "2025-05-11", "195.08");

        Step first = refund(taxed, "2025-05-12", "wire", "100.01");
        Step second = refund(taxed, "2025-05-12", "wire", "95.07");

        assertThat(first.creditNoteNet()).isEqualTo("81.97");
        assertThat(first.creditNoteTax()).isEqualTo("18.04");
        assertThat(second.creditNoteNet()).isEqualTo("77.93");
        assertThat(second.creditNoteTax()).isEqualTo("17.14");
        assertThat(Earned.billed(taxed)).isEqualTo("0.00");
    }

    @Test
    void the_surplus_of_a_payment_goes_back_first_and_needs_no_credit_note() {
        paid("200.00");
        assertThat(account.credit()).isEqualTo("40.10");

        Step step = refund(account, "2025-05-12", "wire", "50.00");

        assertThat(account.credit()).isEqualTo("0.00");
        assertThat(step.creditNoteGross()).isEqualTo("9.90");
        assertThat(step.only(RefundIssued.class).parts())
                .extracting(part -> Step.text(part.amount()))
                .containsExactly("40.10", "9.90");
    }

    @Test
    void credit_that_a_credit_note_made_of_the_payment_goes_back_before_another_note() {
        paid("159.90");
        account.on("2025-05-25").downgrade();
        String credit = account.credit();
        assertThat(credit).isEqualTo("82.53");

        Step step = refund(account, "2025-05-26", "wire", "82.53");

        assertThat(step.all(CreditNoteIssued.class)).isEmpty();
        assertThat(account.credit()).isEqualTo("0.00");
        assertThat(refusal("2025-05-27", "wire", "77.38").facts().get("max"))
                .isEqualTo(account.money("77.37"));
    }

    @Test
    void credit_that_was_cashed_out_already_is_not_paid_twice() {
        paid("200.00");
        account.by(ActorRole.SUPPORT);
        account.on("2025-05-12")
                .credit(
                        new CreditCommands.RefundCredit(
                                BookFixture.ACCOUNT, id("cash-out"), account.money("40.10"), null));

        assertThat(refusal("2025-05-13", "wire", "159.91").facts().get("max"))
                .isEqualTo(account.money("159.90"));
    }

    @Test
    void a_line_that_a_later_invoice_gave_back_is_not_given_back_again() {
        BookFixture card = BookFixture.zoom();
        card.on("2025-04-10").start("pro", MONTHLY, 10);
        String first = reference(card);
        card.on("2025-04-28").total(12);

        assertThat(refusal(card, "2025-04-29", first, "95.95").facts().get("max"))
                .isEqualTo(card.money("95.94"));
        Step step = refund(card, "2025-04-29", first, "95.94");
        assertThat(step.creditNoteNet()).isEqualTo("95.94");
    }

    @Test
    void nothing_goes_back_through_an_invoice_that_is_still_owed() {
        paid("100.00");

        Refusal refusal = refusal("2025-05-12", "wire", "10.00");

        assertThat(refusal.rejection()).isEqualTo(Rejection.EXCEEDS_REFUNDABLE);
        assertThat(refusal.facts().get("max")).isEqualTo(account.money("0.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, wire, 10.00, USD, REFUND_VIA_SUPPORT",
        "SALES, wire, 10.00, USD, REFUND_VIA_SUPPORT",
        "SUPPORT, wires, 10.00, USD, PAYMENT_UNKNOWN",
        "SUPPORT, wire, 0.00, USD, INVALID_AMOUNT",
        "SUPPORT, wire, -1.00, USD, INVALID_AMOUNT",
        "FINANCE, wire, 10.00, EUR, CURRENCY_MISMATCH",
        "FINANCE, wire, 999999999999.99, USD, EXCEEDS_REFUNDABLE",
    })
    void what_may_not_be_paid_back_is_refused(
            ActorRole role, String reference, String amount, String currency, String code) {
        paid("159.90");
        account.by(role);
        account.on("2025-05-12");
        RefundPayment command =
                new RefundPayment(
                        BookFixture.ACCOUNT,
                        reference,
                        id("refund"),
                        Money.parse(currency + " " + amount),
                        "asked for");

        Refusal refusal =
                account.refused((book, at) -> RefundPaymentDecision.decide(command, book, at));

        assertThat(refusal.rejection().name()).isEqualTo(code);
    }

    @CanIgnoreReturnValue
    static Step refund(BookFixture account, String on, String reference, String amount) {
        account.by(ActorRole.SUPPORT);
        account.on(on);
        RefundPayment command = command(account, reference, amount);
        Step step = account.accepted((book, at) -> RefundPaymentDecision.decide(command, book, at));
        account.by(ActorRole.OWNER);
        return step;
    }

    private Refusal refusal(String on, String reference, String amount) {
        return refusal(account, on, reference, amount);
    }

    private static Refusal refusal(
            BookFixture account, String on, String reference, String amount) {
        account.by(ActorRole.FINANCE);
        account.on(on);
        RefundPayment command = command(account, reference, amount);
        return account.refused((book, at) -> RefundPaymentDecision.decide(command, book, at));
    }

    private static RefundPayment command(BookFixture account, String reference, String amount) {
        return new RefundPayment(
                BookFixture.ACCOUNT,
                reference,
                id("refund-" + account.history().size()),
                account.money(amount),
                "asked for");
    }

    private static RefundId id(String name) {
        return new RefundId(DerivedIds.of(BookFixture.ACCOUNT.value(), name));
    }

    private static String reference(BookFixture account) {
        return account.book().payments().keySet().iterator().next();
    }

    /** Ten licences of Pro from 10 May for 159.90, and one payment of some amount. */
    @CanIgnoreReturnValue
    private InvoiceId paid(String amount) {
        account.on("2025-05-10").start("pro", MONTHLY, 10);
        InvoiceId invoice = account.subscription().line().invoiceId();
        if (amount.equals("150.00")) {
            goodwillOf("9.90");
        }
        receive(account, "2025-05-11", amount);
        return invoice;
    }

    private void goodwillOf(String amount) {
        account.by(ActorRole.SUPPORT);
        account.on("2025-05-10")
                .credit(
                        new CreditCommands.GrantGoodwill(
                                BookFixture.ACCOUNT,
                                GrantId.of("bbbbbbbb-5555-4555-8555-555555555555"),
                                account.money(amount),
                                "SORRY",
                                false,
                                null));
        account.by(ActorRole.OWNER);
    }

    private static void receive(BookFixture account, String on, String amount) {
        account.on(on);
        ReceivePayment command =
                new ReceivePayment(
                        BookFixture.ACCOUNT,
                        account.money(amount),
                        null,
                        "wire",
                        null,
                        PaymentWay.BANK_TRANSFER);
        account.accepted((book, at) -> PaymentDecisions.receive(command, book, at));
    }
}
