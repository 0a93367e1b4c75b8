package dev.mastro.command.http;

import static dev.mastro.command.http.Held.moveTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import org.junit.jupiter.api.Test;

/** Currencies with none, two and three decimals, and tax by country and number, over HTTP. */
class CurrenciesOverHttpTest {

    @Test
    void seat_9_seat_10_cr_5_and_tx_1_over_http() {
        try (CommandSide side = CommandSide.startedAt("2025-02-15T08:00:00Z")) {
            Client http = side.client();
            Held yen = Held.started(http, opening("zoom", "JP", "JPY"), "pro", 10);
            Held italian = Held.started(http, opening("goto", "IT", "EUR"), "business", 5);
            seat9(http, yen);
            cr5(http, yen);
            moveTo(http, "2025-03-03T08:00:00Z");
            tx1(http, italian);
            moveTo(http, "2025-06-07T08:00:00Z");
            seat10(http, Held.started(http, opening("zoom", "KW", "KWD"), "pro", 7));
        }
    }

    private static void seat9(Client http, Held yen) {
        moveTo(http, "2025-03-01T08:00:00Z");
        Reply more = yen.adjust("orders", 13);
        assertLines(more, "-10625", "13813", "3188", "JPY");
    }

    private static void seat10(Client http, Held dinar) {
        moveTo(http, "2025-06-20T08:00:00Z");
        Reply more = dinar.adjust("orders", 8);
        assertLines(more, "-19.338", "22.100", "2.762", "KWD");
    }

    /** Credit and invoices of an account are in its own currency; another one is refused. */
    private static void cr5(Client http, Held yen) {
        String credits = "/api/v1/accounts/" + yen.account() + "/credits";
        String given =
                """
                {"amount": {"amount": "%s", "currency": "%s"}, "reason": "x"}
                """;
        Client finance = http.as("finance:ada");

        assertThat(finance.post(credits, given.formatted("20.00", "EUR")).at("/code"))
                .isEqualTo("CURRENCY_MISMATCH");
        assertThat(finance.post(credits, given.formatted("20.5", "JPY")).status()).isEqualTo(400);
        assertThat(finance.post(credits, given.formatted("20", "JPY")).status()).isEqualTo(201);
    }

    /** 12 of 28 days are left of 95.00 + 20.90; a new period of six costs 114.00 without tax. */
    private static void tx1(Client http, Held italian) {
        String details = "/api/v1/accounts/" + italian.account() + "/billing-details";
        String told = "{\"name\": \"Example\", \"email\": \"a@b.example\", \"vatNumber\": \"%s\"}";
        assertThat(http.put(details, told.formatted("IT123")).at("/code"))
                .isEqualTo("VAT_NUMBER_INVALID");
        assertThat(italian.adjust("quotes", 6).at("/notes/0")).isEqualTo("VAT_NUMBER_WANTED");
        assertThat(http.put(details, told.formatted("it 12345678901")).status()).isEqualTo(200);

        Reply quote = italian.adjust("quotes", 6);
        Reply more = italian.adjust("orders", 6);

        assertThat(quote.at("/notes/0")).isEqualTo("REVERSE_CHARGE");
        assertThat(more.at("/invoice/taxMention")).isEqualTo("REVERSE_CHARGE");
        assertThat(more.at("/invoice/lines/0/tax/amount")).isEqualTo("-8.96");
        assertThat(more.at("/invoice/lines/1/tax/amount")).isEqualTo("0.00");
        assertThat(more.at("/invoice/lines/1/net/amount")).isEqualTo("114.00");
    }

    private static void assertLines(
            Reply reply, String credit, String charge, String due, String currency) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.at("/invoice/lines/0/net/amount")).isEqualTo(credit);
        assertThat(reply.at("/invoice/lines/1/net/amount")).isEqualTo(charge);
        assertThat(reply.at("/invoice/total/amount")).isEqualTo(due);
        assertThat(reply.at("/invoice/total/currency")).isEqualTo(currency);
    }

    private static String opening(String seller, String country, String currency) {
        return """
        {"seller": "%s", "name": "Ada", "email": "ada@example.com", "country": "%s",
         "currency": "%s", "timeZone": "UTC", "paymentMethod": "tok_ok",
         "acceptTerms": "2015-01"}
        """
                .formatted(seller, country, currency);
    }
}
