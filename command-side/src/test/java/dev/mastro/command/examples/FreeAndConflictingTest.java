package dev.mastro.command.examples;

import static dev.mastro.command.ledger.Rejection.TERMS_NOT_ACCEPTED;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.file.EditedSeller;
import dev.mastro.command.ordering.Quote;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Plans that cost nothing, add-ons that lose their plan, and terms that change. */
class FreeAndConflictingTest {

    @Test
    void a_free_plan_renews_without_a_document() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-04-10").start("basic", MONTHLY, 1);

        Step renewed = account.on("2025-05-10").periodEnd();

        assertThat(renewed.all(InvoiceIssued.class)).isEmpty();
        assertThat(renewed.only(SubscriptionRenewed.class).opened().period().end())
                .isEqualTo("2025-06-10");
        assertThat(account.book().account().documents().invoices()).isEqualTo(1);
    }

    @Test
    void beside_what_is_paid_it_takes_no_line() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-04-10").start("basic", MONTHLY, 1);
        account.on("2025-04-10").start("webinar-500-once", BillingCycle.ONE_MONTH, 1);
        account.on("2025-04-10").start("pro", MONTHLY, 1);

        Step renewed = account.on("2025-05-10").periodEnd();

        assertThat(renewed.only(InvoiceIssued.class).lines())
                .extracting(line -> line.product())
                .containsExactly("pro");
        assertThat(renewed.all(SubscriptionRenewed.class)).hasSize(2);
    }

    @Test
    void from_a_free_plan_one_may_upgrade_in_any_later_month() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-04-10").start("basic", MONTHLY, 1);
        account.on("2025-05-10").periodEnd();

        assertThat(account.on("2025-05-25").product("pro", 2).due()).isEqualTo("16.51");
    }

    @Test
    void plan_5_add_ons_that_lose_their_plan_are_named_in_the_preview() {
        BookFixture account =
                new BookFixture(
                        EditedSeller.of(
                                "zoom",
                                "needsPlan: [pro, business, enterprise]",
                                "needsPlan: [business, enterprise]"),
                        BookFixture.profile("zoom", "US", "USD", "America/New_York"));
        account.on("2025-06-01").start("business", MONTHLY, 10);
        account.on("2025-06-05").start("large-meeting", MONTHLY, 1);

        Quote quote =
                account.on("2025-06-11")
                        .preview(Changes.product(account.subscription("business"), "pro", 6));

        assertThat(quote.notes()).containsExactly("AT_PERIOD_END", "ADD_ON_CONFLICT");
        assertThat(quote.conflicts())
                .containsExactly(
                        new Quote.Conflict(
                                account.subscription("large-meeting").id(),
                                "large-meeting",
                                LocalDate.parse("2025-07-01")));

        account.on("2025-06-11").order(Changes.product(account.subscription("business"), "pro", 6));
        Step end = account.on("2025-07-01").periodEnd();
        assertThat(end.due()).isEqualTo("95.94");
        assertThat(end.only(SubscriptionEnded.class).subscriptionId())
                .isEqualTo(quote.conflicts().getFirst().subscription());
    }

    @Test
    void new_terms_are_to_be_accepted_again() {
        BookFixture account =
                new BookFixture(
                        EditedSeller.changedFrom("zoom", "2025-05-01", "2015-01\"", "2025-05\""),
                        BookFixture.profile("zoom", "US", "USD", "America/New_York"));
        account.on("2025-04-30").start("pro", MONTHLY, 1);

        assertThat(account.on("2025-05-01").refuse(Changes.start("basic", MONTHLY, 1)).rejection())
                .isEqualTo(TERMS_NOT_ACCEPTED);
    }
}
