package dev.mastro.command.examples;

import static dev.mastro.command.ledger.Rejection.ALREADY_ENDED;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.subscription.SubscriptionCommands.Reactivate;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.subscription.SubscriptionStatus;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CX-1 and CX-2. */
class CancellationExamplesTest {

    @ParameterizedTest(name = "CX-1, asked again on {0}")
    @ValueSource(strings = {"2025-06-10", "2025-06-11", "2025-07-01"})
    void cx_1_cancel_reactivate_and_let_it_end(String tooLate) {
        BookFixture account = BookFixture.zoom();
        account.on("2025-05-10").start("pro", MONTHLY, 10);
        var id = account.subscription().id();

        Step cancelled = account.on("2025-05-20").cancel();
        assertThat(account.subscription().status())
                .isEqualTo(SubscriptionStatus.CANCELLED_PENDING_END);
        assertThat(account.subscription().line().period().end())
                .isEqualTo(LocalDate.parse("2025-06-10"));
        assertThat(cancelled.events()).hasSize(1);

        Step back = account.on("2025-06-01").reactivate();
        assertThat(account.subscription().status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(account.subscription().renewsAs()).isNotNull();
        assertThat(back.events()).hasSize(1);

        account.on("2025-06-05").cancel();
        assertThat(account.on("2025-06-10").refuse(new Reactivate(BookFixture.ACCOUNT, id)))
                .satisfies(refusal -> assertThat(refusal.rejection()).isEqualTo(ALREADY_ENDED));

        Step end = account.on("2025-06-10").periodEnd();
        assertThat(end.all(InvoiceIssued.class)).isEmpty();
        assertThat(account.latest().status()).isEqualTo(SubscriptionStatus.ENDED);
        assertThat(account.on(tooLate).refuse(new Reactivate(BookFixture.ACCOUNT, id)).rejection())
                .isEqualTo(ALREADY_ENDED);
    }

    @Test
    void cx_2_renewal_off_then_back_by_buying() {
        BookFixture account = BookFixture.goTo();
        account.on("2025-04-10").start("pro", MONTHLY, 5);
        account.on("2025-04-20").cancel();

        Step end = account.on("2025-05-10").periodEnd();
        assertThat(end.all(InvoiceIssued.class)).isEmpty();
        assertThat(account.latest().status()).isEqualTo(SubscriptionStatus.SUSPENDED);

        Step back = account.on("2025-06-02").start("business", MONTHLY, 3);
        assertThat(back.due()).isEqualTo("57.00");
        assertThat(back.paid()).isEqualTo("57.00");
        assertThat(account.subscription().status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(account.subscription().anchor()).isEqualTo(LocalDate.parse("2025-06-02"));
        assertThat(Earned.segments(account)).containsExactly("70.00", "57.00");
    }
}
