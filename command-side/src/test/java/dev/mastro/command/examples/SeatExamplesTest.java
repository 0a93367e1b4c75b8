package dev.mastro.command.examples;

import static dev.mastro.command.ledger.Rejection.BELOW_PLAN_MINIMUM;
import static dev.mastro.command.ledger.Rejection.INVALID_QUANTITY;
import static dev.mastro.command.ledger.Rejection.LICENCES_STILL_ASSIGNED;
import static dev.mastro.command.ledger.Rejection.NO_CHANGE;
import static dev.mastro.command.ledger.Rejection.OUTSTANDING_INVOICES;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.subscription.ChangeScheduled;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.SubscriptionStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SEAT-1, 2, 3, 6, 7, 9, 10 and 12. */
class SeatExamplesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SEAT-1|USD|10|2025-04-10|2025-04-28|12|63.96|76.75|12.79|191.88
                    SEAT-2|USD|10|2025-05-01|2025-05-08|12|123.79|148.55|24.76|191.88
                    SEAT-3|USD|10|2025-05-01|2025-05-08|15|123.79|185.69|61.90|239.85
                    SEAT-9|JPY|10|2025-02-15|2025-03-01|13|10625|13813|3188|27625
                    SEAT-10|KWD|7|2025-06-07|2025-06-20|8|19.338|22.100|2.762|39.000
                    """)
    void more_licences_are_prorated_to_the_old_end(
            String example,
            String currency,
            int before,
            String anchor,
            String date,
            int total,
            String credit,
            String charge,
            String due,
            String renewal) {
        BookFixture account =
                new BookFixture(
                        BookFixture.seller("zoom"),
                        BookFixture.profile("zoom", "US", currency, "Asia/Tokyo"));
        account.on(anchor).start("pro", MONTHLY, before);
        LocalDate end = account.subscription().line().period().end();

        Step step = account.on(date).total(total);

        assertThat(step.credit()).as(example).isEqualTo(credit);
        assertThat(step.charge()).isEqualTo(charge);
        assertThat(step.due()).isEqualTo(due);
        assertThat(account.subscription().line().period().end()).isEqualTo(end);
        assertThat(account.on(end).periodEnd().due()).isEqualTo(renewal);
    }

    @Test
    void seat_1_the_total_is_wanted_and_not_the_addition() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-04-10").start("pro", MONTHLY, 10);

        var renewals =
                account.on("2025-04-28")
                        .preview(Changes.total(account.subscription(), 12))
                        .renewals();

        assertThat(renewals)
                .singleElement()
                .satisfies(renewal -> {
                    assertThat(renewal.date()).isEqualTo("2025-05-10");
                    assertThat(renewal.quantity()).isEqualTo(12);
                    assertThat(Step.text(renewal.amount())).isEqualTo("191.88");
                });
    }

    @Test
    void seat_2_the_second_credit_is_taken_on_the_line_of_the_first_increase() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-05-01").start("pro", MONTHLY, 10);
        account.on("2025-05-08").total(12);

        Step second = account.on("2025-05-21").total(15);

        assertThat(second.credit()).isEqualTo("68.09");
        assertThat(second.charge()).isEqualTo("85.11");
        assertThat(second.due()).isEqualTo("17.02");
        assertThat(Earned.billed(account)).isEqualTo("201.68");
        assertThat(Earned.segments(account)).containsExactly("36.11", "80.46", "85.11");
    }

    @Test
    void seat_3_two_increases_on_one_day_cost_what_one_costs() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-05-01").start("pro", MONTHLY, 10);

        Step first = account.on("2025-05-08").total(12);
        Step second = account.on("2025-05-08").total(15);

        assertThat(first.due()).isEqualTo("24.76");
        assertThat(second.credit()).isEqualTo("148.55");
        assertThat(second.charge()).isEqualTo("185.69");
        assertThat(second.due()).isEqualTo("37.14");
        assertThat(Earned.billed(account)).isEqualTo("221.80");
    }

    @Test
    void seat_6_fewer_licences_cost_nothing_and_hold_from_the_renewal() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-04-10").start("pro", MONTHLY, 12);

        Step step = account.on("2025-04-20").total(10);

        assertThat(step.all(InvoiceIssued.class)).isEmpty();
        assertThat(step.granted()).isEqualTo("0.00");
        assertThat(account.subscription().product().licences()).isEqualTo(12);
        assertThat(account.subscription().status()).isEqualTo(SubscriptionStatus.PENDING_DOWNGRADE);
        assertThat(step.only(ChangeScheduled.class).takesEffectOn()).isEqualTo("2025-05-10");
        assertThat(account.on("2025-05-10").periodEnd().due()).isEqualTo("159.90");
        assertThat(account.subscription().product().licences()).isEqualTo(10);
    }

    @Test
    void seat_6_assigned_licences_must_be_unassigned_before() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-04-10").start("pro", MONTHLY, 12);
        account.on("2025-04-10").assign(11);

        Refusal refusal =
                account.on("2025-04-20").refuse(Changes.total(account.subscription(), 10));

        assertThat(refusal.rejection()).isEqualTo(LICENCES_STILL_ASSIGNED);
        assertThat(refusal.facts()).containsEntry("toUnassign", 1);
    }

    @Test
    void seat_6_assigned_licences_are_checked_again_at_renewal() {
        BookFixture account = Variants.zoomUnassignByRenewal();
        account.on("2025-04-10").start("pro", MONTHLY, 12);
        account.on("2025-04-10").assign(11);

        account.on("2025-04-20").total(10);

        assertThat(account.on("2025-05-10").periodEnd().due()).isEqualTo("175.89");
        assertThat(account.subscription().product().licences()).isEqualTo(11);
    }

    @Test
    void seat_7_an_increase_takes_a_scheduled_reduction_back() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-04-10").start("pro", MONTHLY, 12);
        account.on("2025-04-20").total(10);

        Step step = account.on("2025-04-25").total(14);

        assertThat(step.all(PendingChangeWithdrawn.class)).hasSize(1);
        assertThat(step.credit()).isEqualTo("95.94");
        assertThat(step.charge()).isEqualTo("111.93");
        assertThat(step.due()).isEqualTo("15.99");
        assertThat(account.on("2025-05-10").periodEnd().due()).isEqualTo("223.86");
    }

    @ParameterizedTest(name = "SEAT-12 total {0}")
    @CsvSource({
        "9, BELOW_PLAN_MINIMUM",
        "10, NO_CHANGE",
        "0, INVALID_QUANTITY",
        "-3, INVALID_QUANTITY"
    })
    void seat_12_refusals_cost_nothing(int total, Rejection expected) {
        BookFixture account = BookFixture.zoom();
        account.on("2025-04-10").start("business", MONTHLY, 10);

        Refusal refusal =
                account.on("2025-04-20").refuse(Changes.total(account.subscription(), total));

        assertThat(refusal.rejection()).isEqualTo(expected);
        assertThat(List.of(BELOW_PLAN_MINIMUM, NO_CHANGE, INVALID_QUANTITY)).contains(expected);
    }

    @Test
    void seat_12_fewer_than_the_minimum_is_offered_an_add_on_instead() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-04-10").start("business", MONTHLY, 10);

        Refusal refusal = account.on("2025-04-20").refuse(Changes.total(account.subscription(), 9));

        assertThat(refusal.facts())
                .containsEntry("minimum", 10)
                .containsEntry("alternative", "large-meeting");
    }

    @Test
    void seat_12_open_invoices_are_named() {
        BookFixture account = BookFixture.zoomOnInvoice();
        account.on("2025-04-10").start("business", MONTHLY, 10);

        Refusal refusal =
                account.on("2025-04-20").refuse(Changes.total(account.subscription(), 12));

        assertThat(refusal.rejection()).isEqualTo(OUTSTANDING_INVOICES);
        assertThat(refusal.facts().get("invoices"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "number", "INV-A-1-0001",
                                        "id", account.subscription().line().invoiceId().toString(),
                                        "outstanding", account.money("219.90"))));
    }
}
