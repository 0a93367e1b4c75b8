package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrderingOverHttpTest {

    private static CommandSide side;
    private static Client http;

    @BeforeAll
    static void start() {
        side = CommandSide.startedAt("2025-04-28T10:00:00Z");
        http = side.client();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void an_account_is_opened_and_its_first_order_costs_what_the_quote_said() {
        Reply opened = http.post("/api/v1/accounts", NewAccount.ON_INVOICE);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String account = "/api/v1/accounts/" + opened.at("/accountId");
        String changes =
                """
                {"changes": [{"type": "START", "product": "pro", "cycle": "MONTHLY",
                              "licences": 10}]}
                """;
        Reply quote = http.post(account + "/quotes", changes);
        assertThat(quote.status()).as(quote.body()).isEqualTo(200);
        assertThat(quote.at("/due/amount")).isEqualTo("159.90");
        Reply order = http.post(account + "/orders", "{\"quote\": \"" + quote.at("/token") + "\"}");
        assertThat(order.status()).as(order.body()).isEqualTo(201);
    }

    @Test
    void a_declined_card_leaves_no_trace_of_the_order() {
        Customer customer = Customer.open(http, NewAccount.withCard("tok_declined"));
        long before = side.events();
        Reply refused = customer.start("pro", 10);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo("PAYMENT_DECLINED");
        assertThat(refused.at("/facts/due/amount")).isEqualTo("159.90");
        assertThat(side.events()).isEqualTo(before);
    }

    @Test
    void a_card_that_the_bank_accepts_pays_at_once() {
        Reply order = Customer.open(http, NewAccount.withCard("tok_ok")).start("pro", 10);
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        assertThat(order.at("/invoice/status")).isEqualTo("PAID");
        assertThat(order.at("/payment/method")).isEqualTo("CARD");
    }
}
