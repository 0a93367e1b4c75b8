package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** GT-1, and R003-15: what is bought opens when it is paid. */
class HeldOrderOverHttpTest {

    private static final String TO_BUSINESS =
            """
            {"changes": [{"type": "CHANGE_PRODUCT", "subscription": "%s", "product": "business"}]}
            """;

    private CommandSide side;
    private Client http;
    private Customer customer;

    /** Pro 5, monthly from 2025-04-10, paid. */
    @BeforeEach
    void start() {
        side = CommandSide.startedAt("2025-04-10T12:00:00Z");
        http = side.client();
        customer = Customer.open(http, NewAccount.OF_GOTO);
        Reply held = customer.start("pro", 5);
        assertThat(held.status()).as(held.body()).isEqualTo(202);
        assertThat(held.at("/order/status")).isEqualTo("AWAITING_PAYMENT");
        assertThat(held.at("/order/due/amount")).isEqualTo("70.00");
        customer.started(customer.pay("70.00", "first"));
        side.moveTo("2025-04-25T12:00:00Z");
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @CanIgnoreReturnValue
    private Reply upgrade() {
        return customer.post("/orders", TO_BUSINESS.formatted(customer.subscription()));
    }

    @Test
    void gt_1_nothing_changes_until_the_money_is_there() {
        Reply held = upgrade();
        assertThat(held.status()).as(held.body()).isEqualTo(202);
        assertThat(held.at("/order/due/amount")).isEqualTo("60.00");
        assertThat(held.at("/invoice")).isEmpty();
        Reply quote = customer.post("/quotes", TO_BUSINESS.formatted(customer.subscription()));
        assertThat(quote.at("/due/amount")).isEqualTo("60.00");
    }

    @Test
    void gt_1_the_money_makes_the_order_take_effect_as_of_its_day() {
        upgrade();
        side.moveTo("2025-04-27T12:00:00Z");
        Reply paid = customer.pay("60.00", "upgrade");
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
        assertThat(paid.at("/order/status")).isEqualTo("PLACED");
        assertThat(paid.at("/subscription/product")).isEqualTo("business");
        assertThat(paid.at("/subscription/period/start")).isEqualTo("2025-04-25");
        assertThat(paid.at("/subscription/period/end")).isEqualTo("2025-05-25");
        assertThat(paid.at("/invoice/due/amount")).isEqualTo("0.00");
        assertThat(paid.at("/payment/surplus/amount")).isEqualTo("0.00");
    }

    @Test
    void what_is_missing_may_come_later() {
        upgrade();
        Reply part = customer.pay("59.99", "part");
        assertThat(part.at("/order/status")).isEmpty();
        assertThat(part.at("/payment/surplus/amount")).isEqualTo("59.99");
        Reply rest = customer.pay("0.01", "rest");
        assertThat(rest.at("/order/status")).isEqualTo("PLACED");
        assertThat(rest.at("/invoice/due/amount")).isEqualTo("0.00");
    }

    @Test
    void an_order_that_can_no_longer_take_effect_lapses_and_the_money_stays_credit() {
        upgrade();
        http.post("/api/v1/subscriptions/" + customer.subscription() + "/cancellation", "{}");
        Reply paid = customer.pay("60.00", "late");
        assertThat(paid.status()).isEqualTo(201);
        assertThat(paid.body()).contains("\"OrderLapsed\"").doesNotContain("\"OrderPlaced\"");
        assertThat(paid.at("/payment/surplus/amount")).isEqualTo("60.00");
    }
}
