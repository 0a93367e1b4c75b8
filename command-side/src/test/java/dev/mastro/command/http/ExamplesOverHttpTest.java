package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Examples of billing.md 2.2 whose whole story happens on one day. */
class ExamplesOverHttpTest {

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

    private static Customer withTenLicences() {
        Customer customer = Customer.onInvoice(http);
        Reply started = customer.startedOn("2025-04-10", "pro", 10);
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        customer.pay("159.90", "first of " + customer.id());
        return customer;
    }

    @Test
    void seat_1_two_more_licences_cost_the_days_left() {
        Customer customer = withTenLicences();
        Reply quote = customer.adjust("quotes", 12);
        assertThat(quote.at("/due/amount")).isEqualTo("12.79");
        assertThat(quote.at("/lines/0/net/amount")).isEqualTo("-63.96");
        assertThat(quote.at("/lines/1/net/amount")).isEqualTo("76.75");
        assertThat(quote.at("/renewals/0/date")).isEqualTo("2025-05-10");
        assertThat(quote.at("/renewals/0/amount/amount")).isEqualTo("191.88");
        Reply order = customer.adjust("orders", 12);
        assertThat(order.status()).isEqualTo(201);
        assertThat(order.at("/invoice/total/amount")).isEqualTo("12.79");
        assertThat(order.at("/subscription/owned")).isEqualTo("12");
    }

    @Test
    void pv_1_the_order_bills_what_the_quote_showed() {
        Customer customer = withTenLicences();
        long before = side.events();
        Reply quote = customer.adjust("quotes", 12);
        assertThat(side.events()).isEqualTo(before);
        Reply order = customer.post("/orders", "{\"quote\": \"" + quote.at("/token") + "\"}");
        assertThat(order.json().at("/invoice/lines")).isEqualTo(quote.json().at("/lines"));
        assertThat(order.at("/invoice/due/amount")).isEqualTo(quote.at("/due/amount"));
    }

    @Test
    void pv_1_a_quote_is_stale_once_something_happened() {
        Customer customer = withTenLicences();
        String token = customer.adjust("quotes", 12).at("/token");
        customer.pay("1.00", "between " + customer.id());
        Reply order = customer.post("/orders", "{\"quote\": \"" + token + "\"}");
        assertThat(order.status()).isEqualTo(409);
        assertThat(order.at("/code")).isEqualTo("QUOTE_STALE");
        assertThat(order.at("/facts/quote/due/amount")).isEqualTo("11.79");
    }

    @Test
    void seat_12_refusals_cost_nothing() {
        Customer customer = Customer.onInvoice(http);
        customer.start("business", 10);
        long before = side.events();
        Reply open = customer.adjust("orders", 12);
        assertThat(open.at("/code")).isEqualTo("OUTSTANDING_INVOICES");
        assertThat(open.at("/facts/invoices/0/number"))
                .isEqualTo("INV-" + customer.number() + "-0001");
        assertThat(side.events()).isEqualTo(before);
        customer.pay("219.90", "of " + customer.id());
        Reply nine = customer.adjust("orders", 9);
        assertThat(nine.at("/code")).isEqualTo("BELOW_PLAN_MINIMUM");
        assertThat(nine.at("/facts/minimum")).isEqualTo("10");
        assertThat(nine.at("/facts/alternative")).isEqualTo("large-meeting");
        assertThat(customer.adjust("orders", 10).at("/code")).isEqualTo("NO_CHANGE");
        assertThat(customer.adjust("orders", 0).at("/code")).isEqualTo("INVALID_QUANTITY");
    }

    @Test
    void rp_1_a_payment_told_twice_is_taken_once() {
        Customer customer = Customer.onInvoice(http);
        customer.start("pro", 10);
        assertThat(customer.pay("159.90", "gw-1").status()).isEqualTo(201);
        long before = side.events();
        Reply again = customer.pay("159.90", "gw-1");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/duplicate")).isEqualTo("true");
        assertThat(again.json().at("/events").isEmpty()).isTrue();
        Reply other = customer.pay("159.91", "gw-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("DUPLICATE_REFERENCE");
        Customer stranger = Customer.onInvoice(http);
        assertThat(stranger.pay("159.90", "gw-1").at("/code")).isEqualTo("DUPLICATE_REFERENCE");
        assertThat(side.events()).isEqualTo(before + 3);
    }

    @Test
    void rp_1_a_command_sent_twice_is_answered_twice_and_done_once() {
        Customer customer = withTenLicences();
        Customer keyed = customer.through(http.with("Idempotency-Key", "twelve"));
        Reply first = keyed.adjust("orders", 12);
        long after = side.events();
        Reply second = keyed.post("/orders", keyed.adjusting(12).replace(" ", ""));
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).hasValue("true");
        Reply other = keyed.adjust("orders", 13);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(side.events()).isEqualTo(after);
    }

    @Test
    void gt_7_credit_is_paid_out_through_support_and_only_what_was_paid_in() {
        Customer customer = Customer.open(http, NewAccount.OF_GOTO);
        customer.pay("228.00", "gt-7");
        Client support = http.as("support:eve");
        Reply goodwill =
                customer.through(support)
                        .post("/credits", amount("50.00") + ", \"reason\": \"sorry\"}");
        assertThat(goodwill.status()).as(goodwill.body()).isEqualTo(201);
        Reply contact =
                customer.through(http.as("billing:bob")).post("/refunds", amount("1.00") + "}");
        assertThat(contact.at("/code")).isEqualTo("REFUND_VIA_SUPPORT");
        Reply much = customer.through(support).post("/refunds", amount("228.01") + "}");
        assertThat(much.at("/code")).isEqualTo("EXCEEDS_CREDIT");
        assertThat(much.at("/facts/max/amount")).isEqualTo("228.00");
        Customer keyed = customer.through(support.with("Idempotency-Key", "gt-7"));
        Reply paid = keyed.post("/refunds", amount("100.00") + "}");
        assertThat(paid.status()).isEqualTo(201);
        assertThat(keyed.post("/refunds", amount("100.00") + "}").body()).isEqualTo(paid.body());
        Reply rest = customer.through(support).post("/refunds", amount("128.01") + "}");
        assertThat(rest.at("/facts/max/amount")).isEqualTo("128.00");
    }

    private static String amount(String amount) {
        return "{\"amount\": {\"amount\": \"" + amount + "\", \"currency\": \"USD\"}";
    }
}
