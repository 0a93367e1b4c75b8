package dev.mastro.command.examples;

import static dev.mastro.command.ledger.Rejection.ADDON_CYCLE_CONFLICT;
import static dev.mastro.shared.calendar.BillingCycle.ANNUAL;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.subscription.CycleSwitched;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ADD-1, 2, 4 and 5. */
class AddOnExamplesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ADD-1              | 2025-03-20 | 16 | 40.77 | 2025-04-05
                    ADD-2 (day before) | 2025-04-04 |  1 |  2.55 | 2025-04-05
                    ADD-2 (same day)   | 2025-04-05 | 30 | 79.00 | 2025-05-05
                    """)
    void the_first_period_of_an_add_on_ends_with_its_plan_s(
            String example, LocalDate bought, int days, String charge, LocalDate next) {
        BookFixture account = BookFixture.zoom();
        account.on("2025-03-05").start("pro", MONTHLY, 1);
        if (!bought.isBefore(LocalDate.parse("2025-04-05"))) {
            account.on("2025-04-05").periodEnd();
        }

        Step step = account.on(bought).start("webinar-500", MONTHLY, 1);

        assertThat(step.charge("webinar-500")).as(example).isEqualTo(charge);
        assertThat(step.due()).isEqualTo(charge);
        var line = account.subscription("webinar-500").line().period();
        assertThat(line.days()).isEqualTo(days);
        assertThat(line.end()).isEqualTo(next);
        assertThat(account.on(next).periodEnd().charge("webinar-500")).isEqualTo("79.00");
    }

    @Test
    void add_4_more_capacity_is_credited_and_charged_in_proportion() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-09-12")
                .order(Changes.start("pro", MONTHLY, 1), Changes.start("webinar-500", MONTHLY, 1));

        Step step =
                account.on("2025-09-30")
                        .order(
                                Changes.product(
                                        account.subscription("webinar-500"), "webinar-1000", null));

        assertThat(account.subscription("webinar-1000").line().period().days()).isEqualTo(12);
        assertThat(step.credit()).isEqualTo("31.60");
        assertThat(step.charge()).isEqualTo("136.00");
        assertThat(step.due()).isEqualTo("104.40");
        assertThat(account.on("2025-10-12").periodEnd().charge("webinar-1000")).isEqualTo("340.00");
    }

    @Test
    void add_5_an_add_on_is_not_held_in_two_cycles() {
        BookFixture account = withWebinar(BookFixture.zoom());

        assertThat(
                        account.on("2025-03-10")
                                .refuse(Changes.start("webinar-500", ANNUAL, 1))
                                .rejection())
                .isEqualTo(ADDON_CYCLE_CONFLICT);
    }

    @Test
    void add_5_other_capacities_may_be_held_beside_it() {
        BookFixture account = withWebinar(BookFixture.zoom());

        account.on("2025-03-10").start("webinar-1000", MONTHLY, 1);
        assertThat(account.book().live()).hasSize(3);

        BookFixture other = withWebinar(BookFixture.zoom());
        other.on("2025-03-10").start("webinar-1000", ANNUAL, 1);
        assertThat(other.book().live()).hasSize(3);
    }

    @Test
    void add_5_unless_the_whole_family_counts() {
        BookFixture account = withWebinar(Variants.zoomFamilyConflicts());

        assertThat(
                        account.on("2025-03-10")
                                .refuse(Changes.start("webinar-1000", ANNUAL, 1))
                                .rejection())
                .isEqualTo(ADDON_CYCLE_CONFLICT);
    }

    @Test
    void add_5_its_cycle_may_be_switched() {
        BookFixture account = withWebinar(BookFixture.zoom());

        Step step =
                account.on("2025-03-10")
                        .order(Changes.cycle(account.subscription("webinar-500"), ANNUAL, null));

        assertThat(step.all(CycleSwitched.class)).hasSize(1);
    }

    private static BookFixture withWebinar(BookFixture account) {
        account.on("2025-03-05").start("pro", MONTHLY, 1);
        account.on("2025-03-05").start("webinar-500", MONTHLY, 1);
        return account;
    }
}
