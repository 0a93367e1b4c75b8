package dev.mastro.command.examples;

import static dev.mastro.command.ledger.Rejection.QUOTE_EXPIRED;
import static dev.mastro.command.ledger.Rejection.QUOTE_STALE;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.ordering.Quote;
import dev.mastro.command.ordering.QuoteToken;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.view.LineView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PV-1: SEAT-1 previewed on 2025-04-28. */
class PreviewExamplesTest {

    private final BookFixture account = BookFixture.zoom();

    private OrderChange change = Changes.start("pro", MONTHLY, 10);

    private Quote quote = account.on("2025-04-10").preview(change);

    @BeforeEach
    void ten_licences_and_a_quote_for_twelve() {
        account.on("2025-04-10").start("pro", MONTHLY, 10);
        change = Changes.total(account.subscription(), 12);
        quote = account.on("2025-04-28").preview(change);
    }

    @Test
    void pv_1_a_on_the_same_date_the_order_is_the_quote() {
        Step step = place("2025-04-28");

        assertThat(Step.text(quote.amounts().due())).isEqualTo("12.79");
        assertThat(step.due()).isEqualTo("12.79");
        assertThat(step.only(InvoiceIssued.class).lines().stream().map(LineView::of))
                .isEqualTo(quote.lines());
    }

    @Test
    void pv_1_b_the_next_day_it_has_expired_and_a_new_one_is_shown() {
        Steps day = account.on("2025-04-29");

        Refusal refusal = day.refuse(token(), day.pay(quote.amounts().due()), change);

        assertThat(refusal.rejection()).isEqualTo(QUOTE_EXPIRED);
        assertThat(refusal.facts().get("quote"))
                .isInstanceOfSatisfying(
                        Quote.class,
                        again -> {
                            assertThat(again.lines())
                                    .extracting(line -> Step.text(line.net()))
                                    .containsExactly("-58.63", "70.36");
                            assertThat(Step.text(again.amounts().due())).isEqualTo("11.73");
                        });
    }

    @Test
    void pv_1_after_a_payment_it_is_stale() {
        account.on("2025-04-28").receive("5.00", null, null);
        Steps day = account.on("2025-04-28");

        Refusal refusal = day.refuse(token(), day.pay(quote.amounts().due()), change);

        assertThat(refusal.rejection()).isEqualTo(QUOTE_STALE);
        assertThat(refusal.facts()).containsKey("quote");
    }

    @Test
    void pv_1_after_a_change_of_the_plan_it_is_stale() {
        account.on("2025-04-28").total(11);
        Steps day = account.on("2025-04-28");

        assertThat(day.refuse(token(), day.pay(quote.amounts().due()), change).rejection())
                .isEqualTo(QUOTE_STALE);
    }

    @Test
    void pv_1_after_a_change_of_the_price_list_it_is_stale() {
        QuoteToken old =
                new QuoteToken(
                        token().accountId(),
                        token().changes(),
                        token().quotedOn(),
                        token().quotedAt(),
                        new PricedBy(token().pricedBy().policyVersion(), "catalog-0"),
                        token().bookVersion());
        Steps day = account.on("2025-04-28");

        assertThat(day.refuse(old, day.pay(quote.amounts().due()), change).rejection())
                .isEqualTo(QUOTE_STALE);
    }

    @Test
    void pv_1_a_preview_takes_no_number() {
        assertThat(account.book().account().documents().invoices()).isEqualTo(1);
        assertThat(place("2025-04-28").only(InvoiceIssued.class).number())
                .isEqualTo("INV-A-1-0002");
    }

    private Step place(String date) {
        Steps day = account.on(date);
        return day.place(token(), day.pay(quote.amounts().due()), change);
    }

    private QuoteToken token() {
        return QuoteToken.parse(quote.token(), BookFixture.ACCOUNT);
    }
}
