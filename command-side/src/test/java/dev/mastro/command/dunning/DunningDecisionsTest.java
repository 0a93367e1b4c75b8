package dev.mastro.command.dunning;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Step;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.payment.Payment;
import dev.mastro.shared.account.ReceivableCleared;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceStatus;
import dev.mastro.shared.invoice.InvoiceVoided;
import dev.mastro.shared.invoice.PaymentMissed;
import dev.mastro.shared.subscription.SubscriptionStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DunningDecisionsTest {

    @Test
    void a_declined_card_is_tried_again_on_days_1_3_and_7() {
        BookFixture account = unpaidRenewal(BookFixture.zoom());
        InvoiceId invoice = account.subscription().line().invoiceId();
        List<@Nullable LocalDate> next = new ArrayList<>();
        for (String day : List.of("2025-05-11", "2025-05-13", "2025-05-17")) {
            Step step = account.on(day).collect(invoice, Payment.declined("declined"));
            next.add(step.only(PaymentMissed.class).nextAttemptOn());
        }

        assertThat(next)
                .containsExactly(
                        LocalDate.parse("2025-05-13"), LocalDate.parse("2025-05-17"), null);
    }

    @Test
    void a_card_that_is_good_again_settles_the_invoice() {
        BookFixture account = unpaidRenewal(BookFixture.zoom());
        InvoiceId invoice = account.subscription().line().invoiceId();

        account.on("2025-05-11")
                .collect(invoice, Payment.authorised("card-9", account.money("159.90")));

        assertThat(account.owed()).isEqualTo("0.00");
        assertThat(account.book().invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void a_prepaid_period_that_was_never_paid_is_void_and_not_owed() {
        BookFixture account = unpaidRenewal(BookFixture.goTo());
        InvoiceId invoice = account.subscription().line().invoiceId();

        Step step = account.on("2025-05-10").downgrade();

        assertThat(step.all(InvoiceVoided.class)).hasSize(1);
        assertThat(Step.text(step.only(ReceivableCleared.class).amount())).isEqualTo("140.00");
        assertThat(step.all(CreditNoteIssued.class)).isEmpty();
        assertThat(account.owed()).isEqualTo("0.00");
        assertThat(account.book().invoice(invoice).status()).isEqualTo(InvoiceStatus.VOID);
        assertThat(account.latest().status()).isEqualTo(SubscriptionStatus.SUSPENDED);
    }

    @Test
    void the_dunning_plan_ends_services_on_day_14_and_not_when_the_debt_is_paid() {
        BookFixture debtor = unpaidRenewal(BookFixture.zoom());
        BookFixture payer = unpaidRenewal(BookFixture.zoom());
        payer.on("2025-05-23").receive("159.90", null, null);

        assertThat(debtor.on("2025-05-23").plannedDowngrade().events()).isEmpty();
        assertThat(payer.on("2025-05-24").plannedDowngrade().events()).isEmpty();
        Step ended = debtor.on("2025-05-24").plannedDowngrade();

        assertThat(ended.creditNoteGross()).isEqualTo("87.69");
        assertThat(debtor.owed()).isEqualTo("72.21");
        assertThat(debtor.book().live()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, NOT_ALLOWED", "OWNER, NOT_ALLOWED"})
    void no_customer_downgrades_himself(ActorRole role, Rejection expected) {
        BookFixture account = unpaidRenewal(BookFixture.zoom());
        account.by(role);

        assertThat(refusal(account, "2025-05-24", null)).isEqualTo(expected);
    }

    @Test
    void there_must_be_something_to_take_away() {
        BookFixture account = BookFixture.zoom();
        account.by(ActorRole.SUPPORT);

        assertThat(refusal(account, "2025-05-24", null)).isEqualTo(Rejection.NOTHING_TO_DOWNGRADE);
    }

    @Test
    void nothing_is_taken_away_before_it_was_billed() {
        BookFixture account = unpaidRenewal(BookFixture.zoom());
        account.by(ActorRole.SUPPORT);

        assertThat(refusal(account, "2025-05-09", LocalDate.parse("2025-05-09")))
                .isEqualTo(Rejection.EFFECTIVE_DATE_IMPOSSIBLE);
    }

    private static Rejection refusal(
            BookFixture account, String date, @Nullable LocalDate agreedOn) {
        EndForNonPayment command = new EndForNonPayment(BookFixture.ACCOUNT, agreedOn);
        var _ = account.on(date);
        return account.refused((book, at) -> DunningDecisions.end(command, book, at)).rejection();
    }

    private static BookFixture unpaidRenewal(BookFixture account) {
        account.on("2025-04-10").start("pro", MONTHLY, 10);
        account.on("2025-05-10").periodEndUnpaid();
        return account;
    }
}
