package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of billing.md 1 that are about a call as such. */
class RulesOverHttpTest {

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
    void r000_10_an_express_payment_takes_what_is_left_and_nothing_twice() {
        Customer customer = Customer.onInvoice(http);
        Reply order = customer.start("pro", 10);
        customer.pay("100.00", "part-" + customer.number());
        String express =
                """
                {"accountNumber": "%s", "invoiceNumber": "%s", "token": "tok_ok",
                 "amount": {"amount": "159.90", "currency": "USD"}}
                """
                        .formatted(customer.number(), order.at("/invoice/number"));
        Reply paid = http.post("/api/v1/express-payments", express);
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
        assertThat(paid.at("/payment/amount/amount")).isEqualTo("59.90");
        long before = side.events();
        Reply again = http.post("/api/v1/express-payments", express);
        assertThat(again.at("/code")).isEqualTo("PAYMENT_REFUSED");
        assertThat(side.events()).isEqualTo(before);
    }

    @Test
    void r000_12_and_r004_11_a_plan_and_its_add_ons_are_one_order_and_one_invoice() {
        Customer customer = Customer.onInvoice(http);
        Reply order = customer.post("/orders", cart("pro", "webinar-500"));
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        assertThat(order.json().path("subscriptions")).hasSize(2);
        assertThat(order.json().path("invoices")).hasSize(1);
        assertThat(order.json().at("/invoice/lines")).hasSize(2);
        assertThat(order.at("/invoice/total/amount")).isEqualTo("94.99");
    }

    @Test
    void r004_11_one_refused_item_leaves_the_whole_cart_undone() {
        Customer customer = Customer.onInvoice(http);
        long before = side.events();
        Reply refused = customer.post("/orders", cart("pro", "enterprise"));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(side.events()).isEqualTo(before);
    }

    @Test
    void r001_29_the_cart_is_a_list_that_is_priced_anew_whenever_it_changes() {
        Customer customer = Customer.onInvoice(http);
        long before = side.events();
        Reply two = customer.post("/quotes", cart("pro", "webinar-500"));
        Reply one = customer.post("/quotes", cart("pro"));
        assertThat(two.at("/due/amount")).isEqualTo("94.99");
        assertThat(one.at("/due/amount")).isEqualTo("15.99");
        assertThat(two.at("/token")).isNotEqualTo(one.at("/token"));
        assertThat(side.events()).isEqualTo(before);
    }

    @Test
    void r001_28_the_summary_shows_the_totals_and_the_difference() {
        Customer customer = Customer.onInvoice(http);
        customer.start("pro", 10);
        customer.pay("159.90", "all-" + customer.number());
        Reply more = customer.adjust("quotes", 12);
        assertThat(more.at("/summary/0/text")).isEqualTo("pro: 10 to 12 (+2)");
        Reply less = customer.adjust("quotes", 2);
        assertThat(less.at("/summary/0/text")).isEqualTo("pro: 10 to 2 (-8)");
        assertThat(less.at("/summary/0/difference")).isEqualTo("-8");
        assertThat(less.at("/effective")).isEqualTo("2025-05-28");
    }

    @Test
    void r001_23_and_r004_15_the_order_reminds_of_licences_that_nobody_has() {
        Customer customer = Customer.onInvoice(http);
        Reply quote = customer.post("/quotes", cart("pro"));
        assertThat(quote.at("/summary/0/reminder")).isEqualTo("ASSIGN_LICENCES");
        assertThat(quote.at("/summary/0/assigned")).isEqualTo("0");
    }

    @Test
    void r004_12_the_quote_of_a_restart_shows_the_period_that_starts_today() {
        Customer customer = Customer.open(http, NewAccount.OF_GOTO);
        Reply quote = customer.post("/quotes", cart("pro"));
        assertThat(quote.at("/lines/0/period/start")).isEqualTo("2025-04-28");
        assertThat(quote.at("/lines/0/quantity")).isEqualTo("1");
        assertThat(quote.at("/lines/0/unitPrice/amount")).isEqualTo("14.00");
        assertThat(quote.at("/due/amount")).isEqualTo("14.00");
    }

    @Test
    void r000_13_a_card_that_ends_before_the_next_renewal_is_warned_of() {
        Customer customer = Customer.open(http, NewAccount.withCard("tok_ok"));
        String card = customer.path("/payment-method");
        http.put(card, "{\"token\": \"tok_ok\", \"expires\": \"2025-05\"}");
        assertThat(noted(customer)).doesNotContain("CARD_ENDS_BEFORE_RENEWAL");
        http.put(card, "{\"token\": \"tok_ok\", \"expires\": \"2025-04\"}");
        assertThat(noted(customer)).contains("CARD_ENDS_BEFORE_RENEWAL");
        Reply bad = http.put(card, "{\"token\": \"tok_ok\", \"expires\": \"04/25\"}");
        assertThat(bad.at("/facts/field")).isEqualTo("expires");
    }

    @Test
    void r000_18_who_lost_his_service_keeps_account_number_and_history_and_may_pay() {
        Customer customer = Customer.onInvoice(http);
        Reply order = customer.start("pro", 10);
        Reply downgraded =
                http.as("support:eve")
                        .post(customer.path("/downgrade"), "{\"reason\": \"asked by phone\"}");
        assertThat(downgraded.status()).as(downgraded.body()).isEqualTo(200);
        Reply after = http.get(customer.path("/allowed-actions"));
        assertThat(after.at("/status")).isEqualTo("DOWNGRADED");
        assertThat(downgraded.at("/accountNumber")).isEqualTo(customer.number());
        assertThat(order.at("/invoice/number")).startsWith("INV");
        assertThat(http.put(customer.path("/payment-method"), "{\"token\": \"tok_ok\"}").status())
                .isEqualTo(200);
        Reply back = customer.post("/quotes", cart("pro"));
        assertThat(back.status()).as(back.body()).isEqualTo(200);
    }

    @Test
    void r002_06_looking_at_what_may_be_done_does_nothing() {
        Customer customer = Customer.onInvoice(http);
        customer.start("pro", 1);
        long before = side.events();
        assertThat(http.get(customer.path("/allowed-actions")).status()).isEqualTo(200);
        assertThat(side.events()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "abcdef1, 422",
        "abcdefgh, 422",
        "12345678, 422",
        "abcdefg1, 200",
        "\u03b1\u03b2\u03b3\u03b4\u03b5\u03b6\u03b71, 200",
        "'        ', 400"
    })
    void r003_02_a_password_has_eight_characters_letters_and_digits(String password, int status) {
        Customer customer = Customer.open(http, NewAccount.OF_GOTO);
        Reply reply = changePassword(http, customer, "demo", password);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        if (status == 422) {
            assertThat(reply.at("/code")).isEqualTo("PASSWORD_TOO_WEAK");
        }
        assertThat(reply.body()).doesNotContain(password);
    }

    @Test
    void r003_01_a_change_of_password_is_noted_without_the_secret() {
        Customer customer = Customer.open(http, NewAccount.OF_GOTO);
        Client keyed = http.with("Idempotency-Key", "password-" + customer.number());
        Reply changed = changePassword(keyed, customer, "demo", "correct1");
        assertThat(changed.at("/events/0/type")).isEqualTo("PasswordChanged");
        assertThat(changePassword(http.as("member:mallory"), customer, "demo", "correct1").status())
                .isEqualTo(403);
        assertThat(changePassword(http.as("member:demo"), customer, "demo", "correct1").status())
                .isEqualTo(200);
    }

    private static String noted(Customer customer) {
        return customer.post("/quotes", cart("pro")).json().path("notes").toString();
    }

    private static Reply changePassword(
            Client actor, Customer customer, String user, String password) {
        return actor.put(
                customer.path("/passwords/" + user), "{\"password\": \"" + password + "\"}");
    }

    private static String cart(String... products) {
        StringBuilder changes = new StringBuilder();
        for (String product : products) {
            changes.append(changes.isEmpty() ? "" : ", ")
                    .append(
                            """
                            {"type": "START", "product": "%s", "cycle": "MONTHLY", "licences": %d}
                            """
                                    .formatted(product, product.equals("enterprise") ? 50 : 1));
        }
        return "{\"changes\": [" + changes + "]}";
    }
}
