package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import org.junit.jupiter.api.Test;

class QuoteOverHttpTest {

    @Test
    void pv_1_a_quote_of_yesterday_is_refused_with_the_one_of_today() {
        try (CommandSide side = CommandSide.startedAt("2025-04-28T12:00:00Z")) {
            Client http = side.client();
            Customer customer = Customer.onInvoice(http);
            customer.startedOn("2025-04-10", "pro", 10);
            customer.pay("159.90", "first");
            String token = customer.adjust("quotes", 12).at("/token");
            side.moveTo("2025-04-29T12:00:00Z");
            Reply order = customer.post("/orders", "{\"quote\": \"" + token + "\"}");
            assertThat(order.status()).isEqualTo(409);
            assertThat(order.at("/code")).isEqualTo("QUOTE_EXPIRED");
            assertThat(order.at("/facts/quote/lines/0/net/amount")).isEqualTo("-58.63");
            assertThat(order.at("/facts/quote/lines/1/net/amount")).isEqualTo("70.36");
            assertThat(order.at("/facts/quote/due/amount")).isEqualTo("11.73");
        }
    }
}
