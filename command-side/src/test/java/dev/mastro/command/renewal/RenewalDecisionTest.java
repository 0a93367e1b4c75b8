package dev.mastro.command.renewal;

import static dev.mastro.command.examples.Changes.start;
import static dev.mastro.shared.calendar.BillingCycle.ANNUAL;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static dev.mastro.shared.calendar.BillingCycle.ONE_MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Changes;
import dev.mastro.command.examples.Step;
import dev.mastro.command.subscription.SubscriptionCommands.RequestCancellation;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.subscription.EndCause;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import org.junit.jupiter.api.Test;

class RenewalDecisionTest {

    private final BookFixture account = BookFixture.zoom();

    @Test
    void what_falls_due_together_is_one_invoice() {
        account.on("2025-04-10").order(start("pro", MONTHLY, 2), start("webinar-500", MONTHLY, 1));

        Step step = account.on("2025-05-10").periodEnd();

        assertThat(step.only(InvoiceIssued.class).lines()).hasSize(2);
        assertThat(step.all(SubscriptionRenewed.class)).hasSize(2);
        assertThat(step.due()).isEqualTo("110.98");
        assertThat(step.paid()).isEqualTo("110.98");
    }

    @Test
    void an_add_on_ends_with_its_plan_and_gives_nothing_back() {
        account.on("2025-04-10").start("pro", MONTHLY, 2);
        account.on("2025-04-10").start("webinar-500", ANNUAL, 1);
        var pro = account.subscription("pro");
        account.on("2025-04-20")
                .subscription(new RequestCancellation(BookFixture.ACCOUNT, pro.id(), "OTHER"));

        Step step = account.on("2025-05-10").periodEnd();

        assertThat(step.all(SubscriptionEnded.class))
                .extracting(SubscriptionEnded::cause)
                .containsExactly(EndCause.END_OF_TERM, EndCause.BASE_ENDED);
        assertThat(step.all(InvoiceIssued.class)).isEmpty();
        assertThat(account.credit()).isEqualTo("0.00");
        assertThat(account.book().live()).isEmpty();
    }

    @Test
    void an_add_on_ends_when_its_plan_renews_as_one_it_cannot_stand_on() {
        account.on("2025-04-10").start("pro", MONTHLY, 2);
        account.on("2025-04-10").start("webinar-500", MONTHLY, 1);
        account.on("2025-04-20").order(Changes.product(account.subscription("pro"), "basic", null));

        Step step = account.on("2025-05-10").periodEnd();

        assertThat(step.only(SubscriptionEnded.class).cause()).isEqualTo(EndCause.BASE_ENDED);
        assertThat(step.due()).isEqualTo("0.00");
        assertThat(account.subscription().product().product()).isEqualTo("basic");
    }

    @Test
    void what_lives_one_month_ends_at_its_clock_time_and_not_with_the_day() {
        account.on("2025-04-10").start("pro", MONTHLY, 2);
        account.on("2025-04-10").start("webinar-500-once", ONE_MONTH, 1);

        Step morning = account.at("2025-05-10T05:00:00Z").periodEnd();
        Step noon = account.on("2025-05-10").periodEnd();

        assertThat(morning.all(SubscriptionRenewed.class)).hasSize(1);
        assertThat(morning.all(SubscriptionEnded.class)).isEmpty();
        assertThat(noon.only(SubscriptionEnded.class).cause()).isEqualTo(EndCause.EXPIRED);
    }

    @Test
    void a_change_of_the_price_list_leaves_the_original_rate() {
        account.on("2025-04-10").start("pro", MONTHLY, 2);
        account.on("2025-04-20").total(3);

        account.on("2025-05-10").periodEnd();

        assertThat(account.on("2025-06-10").periodEnd().due()).isEqualTo("47.97");
        assertThat(account.subscription().product().unitPrice()).isEqualTo(account.money("15.99"));
    }
}
