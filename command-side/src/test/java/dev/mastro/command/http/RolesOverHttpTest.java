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

class RolesOverHttpTest {

    private static final String BILLING = "{\"role\": \"BILLING\"}";

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

    @ParameterizedTest
    @CsvSource({
        "zoom, owner, 200", "zoom, admin, 200", "zoom, billing, 200", "zoom, member, 403",
        "goto, owner, 200", "goto, admin, 403", "goto, billing, 200", "goto, member, 403",
        "zoom, support, 200", "zoom, sales, 200", "zoom, corporate, 200", "goto, finance, 200"
    })
    void r000_04_and_r004_01_the_policy_tells_whose_card_counts(
            String seller, String role, int status) {
        Customer customer = seller.equals("zoom") ? Customer.onInvoice(http) : ofGoTo();
        Reply reply = http.as(role + ":ada").put(customer.path("/payment-method"), token("tok_ok"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.at("/code")).isEqualTo(status == 403 ? "NOT_ALLOWED" : "");
        assertThat(reply.json().has("account")).isEqualTo(status == 200);
    }

    @Test
    void r004_01_a_role_taken_between_preview_and_commit_refuses_the_commit() {
        Customer customer = ofGoTo();
        Reply given = http.put(customer.path("/roles/grace"), BILLING);
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(given.at("/account/roles/grace")).isEqualTo("BILLING");
        Customer grace = customer.through(http.as("owner:grace"));
        Reply quote = grace.post("/quotes", started());
        assertThat(quote.status()).as(quote.body()).isEqualTo(200);

        Reply taken = http.delete(customer.path("/roles/grace"));
        assertThat(taken.at("/events/0/type")).isEqualTo("RoleTaken");
        long before = side.events();
        Reply order = grace.post("/orders", "{\"quote\": \"" + quote.at("/token") + "\"}");
        assertThat(order.status()).as(order.body()).isEqualTo(403);
        assertThat(order.at("/code")).isEqualTo("NOT_ALLOWED");
        assertThat(order.at("/facts/right")).isEqualTo("BILL");
        assertThat(side.events()).isEqualTo(before);
    }

    @Test
    void a_user_with_a_role_does_what_both_it_and_the_claim_allow() {
        Customer customer = ofGoTo();
        http.put(customer.path("/roles/grace"), "{\"role\": \"ADMIN\"}");
        assertThat(customer.through(http.as("owner:grace")).post("/quotes", started()).status())
                .isEqualTo(403);
        http.put(customer.path("/roles/grace"), BILLING);
        assertThat(customer.through(http.as("owner:grace")).post("/quotes", started()).status())
                .isEqualTo(200);
        assertThat(customer.through(http.as("member:grace")).post("/quotes", started()).status())
                .isEqualTo(403);
    }

    @Test
    void r000_04_a_member_tells_of_no_payments() {
        Customer customer = Customer.onInvoice(http);
        customer.start("pro", 2);
        long before = side.events();
        Reply told = customer.through(http.as("member:mallory")).pay("31.98", "invented");
        assertThat(told.at("/code")).isEqualTo("NOT_ALLOWED");
        assertThat(side.events()).isEqualTo(before);
    }

    @Test
    void a_member_gives_no_roles_and_assigns_no_licences() {
        Customer customer = Customer.onInvoice(http);
        customer.start("pro", 2);
        Client member = http.as("member:mallory");
        assertThat(member.put(customer.path("/roles/mallory"), BILLING).at("/code"))
                .isEqualTo("NOT_ALLOWED");
        String licence = "/api/v1/subscriptions/" + customer.subscription() + "/licences/mallory";
        assertThat(member.put(licence, "").at("/code")).isEqualTo("NOT_ALLOWED");
        assertThat(http.as("admin:ada").put(licence, "").status()).isEqualTo(200);
    }

    @Test
    void what_is_created_is_told_with_its_address() {
        Reply opened = http.post("/api/v1/accounts", NewAccount.ON_INVOICE);
        assertThat(opened.header("Location"))
                .hasValue("/api/v1/accounts/" + opened.at("/accountId"));
        Reply order = http.post(opened.header("Location").orElseThrow() + "/orders", started());
        assertThat(order.header("Location"))
                .hasValue("/api/v1/invoices/" + order.at("/invoice/id"));
    }

    private static Customer ofGoTo() {
        return Customer.open(http, NewAccount.OF_GOTO);
    }

    private static String token(String token) {
        return "{\"token\": \"" + token + "\"}";
    }

    private static String started() {
        return """
        {"changes": [{"type": "START", "product": "pro", "cycle": "MONTHLY", "licences": 1}]}
        """;
    }
}
