package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.subscription.SubscriptionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PLAN-1, 2 and 5. */
class PlanExamplesTest {

    @Test
    void plan_1_an_upgrade_in_mid_period_keeps_the_anchor() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-06-01").start("pro", MONTHLY, 5);

        Step step = account.on("2025-06-11").product("business", 10);

        assertThat(step.credit()).isEqualTo("53.30");
        assertThat(step.charge()).isEqualTo("146.60");
        assertThat(step.due()).isEqualTo("93.30");
        assertThat(account.subscription().anchor()).isEqualTo(LocalDate.parse("2025-06-01"));
        assertThat(account.on("2025-07-01").periodEnd().due()).isEqualTo("219.90");
    }

    @ParameterizedTest(name = "PLAN-2 {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    upgrade, then licences | business | 10 | 26.00 | 13 | 28.59
                    licences, then upgrade | pro      | 13 | 20.79 | 13 | 33.80
                    """)
    void plan_2_two_orders_on_one_day_in_any_order(
            String order, String product, int licences, String first, int total, String second) {
        BookFixture account = BookFixture.zoom();
        account.on("2025-03-31").start("pro", MONTHLY, 10);

        Steps day = account.on("2025-04-17");
        Step one = product.equals("pro") ? day.total(licences) : day.product(product, licences);
        Step two = product.equals("pro") ? day.product("business", null) : day.total(total);

        assertThat(one.due()).as(order).isEqualTo(first);
        assertThat(two.due()).isEqualTo(second);
        assertThat(new BigDecimal(one.due()).add(new BigDecimal(two.due()))).isEqualTo("54.59");
        assertThat(account.subscription().product().licences()).isEqualTo(13);
        assertThat(account.subscription().product().product()).isEqualTo("business");
    }

    @Test
    void plan_2_both_changes_in_one_order() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-03-31").start("pro", MONTHLY, 10);
        var pro = account.subscription();

        Step step =
                account.on("2025-04-17")
                        .order(Changes.product(pro, "business", null), Changes.total(pro, 13));

        assertThat(step.due()).isEqualTo("54.59");
        assertThat(step.all(InvoiceIssued.class)).hasSize(1);
    }

    @Test
    void plan_5_a_downgrade_waits_for_the_end_of_the_period() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-06-01").start("business", MONTHLY, 10);

        Step step = account.on("2025-06-11").product("pro", 6);

        assertThat(step.all(InvoiceIssued.class)).isEmpty();
        assertThat(step.due()).isEqualTo("0.00");
        assertThat(account.subscription().product().product()).isEqualTo("business");
        assertThat(account.subscription().line().period().end())
                .isEqualTo(LocalDate.parse("2025-07-01"));
        assertThat(account.subscription().status()).isEqualTo(SubscriptionStatus.PENDING_DOWNGRADE);
        assertThat(account.on("2025-07-01").periodEnd().due()).isEqualTo("95.94");
    }
}
