package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.payment.Payment;
import dev.mastro.shared.account.AccountDowngraded;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.PaymentMissed;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** RP-1, as far as decisions know of repeats: what was done is not done again. */
class RepeatExamplesTest {

    private final BookFixture account = BookFixture.zoom();

    @Test
    void rp_1_a_period_ends_once() {
        account.on("2025-04-10").start("pro", MONTHLY, 10);
        account.on("2025-05-10").periodEnd();

        assertThat(account.on("2025-05-10").periodEnd().events()).isEmpty();
        assertThat(account.book().account().documents().invoices()).isEqualTo(2);
    }

    @Test
    void rp_1_a_failed_charge_is_noted_once_a_day_and_not_after_payment() {
        account.on("2025-04-10").start("pro", MONTHLY, 10);
        account.on("2025-05-10").periodEndUnpaid();
        InvoiceId invoice = account.subscription().line().invoiceId();
        Payment declined = Payment.declined("expired_card");

        Step first = account.on("2025-05-11").collect(invoice, declined);
        Step second = account.on("2025-05-11").collect(invoice, declined);

        assertThat(first.only(PaymentMissed.class).attempt()).isEqualTo(2);
        assertThat(first.only(PaymentMissed.class).nextAttemptOn())
                .isEqualTo(LocalDate.parse("2025-05-13"));
        assertThat(second.events()).isEmpty();
        account.on("2025-05-12").pay(invoice, "159.90");
        assertThat(account.on("2025-05-13").collect(invoice, declined).events()).isEmpty();
    }

    @Test
    void rp_1_a_downgrade_happens_once() {
        BookFixture debtor = BookFixture.zoomOnInvoice();
        debtor.on("2025-04-01").start("pro", MONTHLY, 10);

        Step first = debtor.on("2025-04-15").plannedDowngrade();
        Step second = debtor.on("2025-04-15").plannedDowngrade();

        assertThat(first.all(AccountDowngraded.class)).hasSize(1);
        assertThat(second.events()).isEmpty();
    }

    @Test
    void rp_1_cancelling_twice_is_cancelling_once() {
        account.on("2025-04-10").start("pro", MONTHLY, 10);
        account.on("2025-04-20").cancel();

        assertThat(account.on("2025-04-20").cancel().events()).isEmpty();
        account.on("2025-04-21").reactivate();
        assertThat(account.on("2025-04-21").reactivate().events()).isEmpty();
    }
}
