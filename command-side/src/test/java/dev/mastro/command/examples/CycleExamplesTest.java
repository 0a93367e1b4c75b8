package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.ANNUAL;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.payment.Payment;
import dev.mastro.shared.account.OrderHeld;
import dev.mastro.shared.account.OrderPlaced;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CYC-1, 2 and 5. */
class CycleExamplesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CYC-1|zoom|4|2025-03-10|2025-03-27|28.89|639.60|610.71|2026-03-27
                    CYC-5|goto|5|2025-04-10|2025-04-25|35.00|720.00|685.00|2026-04-25
                    """)
    void the_rest_of_the_month_counts_towards_the_year(
            String example,
            String seller,
            int licences,
            String anchor,
            String date,
            String credit,
            String charge,
            String due,
            LocalDate nextBilling) {
        BookFixture account = seller.equals("zoom") ? BookFixture.zoom() : BookFixture.goTo();
        account.on(anchor).start("pro", MONTHLY, licences);

        Step step = account.on(date).cycle(ANNUAL);

        assertThat(step.credit()).as(example).isEqualTo(credit);
        assertThat(step.charge()).isEqualTo(charge);
        assertThat(step.due()).isEqualTo(due);
        assertThat(step.paid()).isEqualTo(due);
        assertThat(account.subscription().anchor()).isEqualTo(LocalDate.parse(date));
        assertThat(account.subscription().line().period().end()).isEqualTo(nextBilling);
    }

    @Test
    void cyc_2_the_credit_of_a_year_is_spent_over_months() {
        BookFixture account = BookFixture.zoom();
        assertThat(account.on("2025-02-01").start("pro", ANNUAL, 3).due()).isEqualTo("479.70");

        Step step = account.on("2025-08-20").cycle(MONTHLY);

        assertThat(step.granted()).isEqualTo("216.85");
        assertThat(step.charge()).isEqualTo("47.97");
        assertThat(step.creditUsed()).isEqualTo("47.97");
        assertThat(step.due()).isEqualTo("0.00");
        assertThat(account.credit()).isEqualTo("168.88");
        for (String month : new String[] {"2025-09-20", "2025-10-20", "2025-11-20"}) {
            assertThat(account.on(month).periodEnd().due()).isEqualTo("0.00");
        }
        Step last = account.on("2025-12-20").periodEnd();
        assertThat(last.creditUsed()).isEqualTo("24.97");
        assertThat(last.due()).isEqualTo("23.00");
        assertThat(account.credit()).isEqualTo("0.00");
    }

    @Test
    void cyc_5_features_open_when_the_payment_is_received() {
        BookFixture account = BookFixture.goTo();
        account.on("2025-04-10").start("pro", MONTHLY, 5);
        var toAnnual = Changes.cycle(account.subscription(), ANNUAL, null);

        Step held = account.on("2025-04-25").place(null, Payment.pending("card-1"), toAnnual);

        assertThat(Step.text(held.only(OrderHeld.class).due())).isEqualTo("685.00");
        assertThat(held.all(OrderPlaced.class)).isEmpty();
        assertThat(account.subscription().product().cycle()).isEqualTo(MONTHLY);
    }
}
