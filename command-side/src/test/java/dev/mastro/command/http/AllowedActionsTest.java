package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AllowedActionsTest {

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
    void r001_04_a_paid_account_may_do_what_the_policy_offers() {
        Customer customer = customer("10", "159.90");
        JsonNode add = action(customer, http, "ADD_LICENCES", "");
        assertThat(add.path("allowed").asBoolean()).as(add.toString()).isTrue();
        assertThat(add.at("/request/path").asString()).isEqualTo(customer.path("/orders"));
        JsonNode cancel = action(customer, http, "CANCEL", "");
        assertThat(cancel.path("allowed").asBoolean()).as(cancel.toString()).isTrue();
    }

    @Test
    void r001_05_outstanding_invoices_are_the_reason_and_are_named() {
        Customer customer = Customer.onInvoice(http);
        customer.start("pro", 10);
        JsonNode add = action(customer, http, "ADD_LICENCES", "");
        assertThat(codes(add)).containsExactly("OUTSTANDING_INVOICES");
        assertThat(add.at("/reasons/0/facts/invoices/0/outstanding/amount").asString())
                .isEqualTo("159.90");
        assertThat(add.path("remedy").asString()).contains("Pay");
        assertThat(answer(customer, http).path("nextAction").asString()).isEqualTo("PAY_INVOICES");
        JsonNode pay = action(customer, http, "PAY_INVOICE", "");
        assertThat(pay.path("allowed").asBoolean()).isTrue();
        assertThat(pay.at("/on/outstanding/amount").asString()).isEqualTo("159.90");
    }

    @Test
    void r001_04_several_reasons_are_told_at_once_and_differ_per_action() {
        Customer customer = Customer.onInvoice(http);
        customer.start("pro", 10);
        Client member = http.as("member:mallory");
        assertThat(codes(action(customer, member, "ADD_LICENCES", "")))
                .containsExactly("NOT_ALLOWED", "OUTSTANDING_INVOICES");
        assertThat(codes(action(customer, member, "CANCEL", ""))).containsExactly("NOT_ALLOWED");
        assertThat(codes(action(customer, http, "WITHDRAW_PENDING_CHANGE", "")))
                .containsExactly("NO_PENDING_CHANGE");
    }

    @Test
    void r001_11_and_r001_34_every_product_is_listed_with_the_reason_against_it() {
        Customer customer = customer("10", "159.90");
        assertThat(action(customer, http, "CHANGE_PRODUCT", "business").path("allowed").asBoolean())
                .isTrue();
        JsonNode enterprise = action(customer, http, "CHANGE_PRODUCT", "enterprise");
        assertThat(codes(enterprise)).containsExactly("CONTACT_SALES");
        assertThat(enterprise.at("/reasons/0/facts/contact").asString()).contains("@");
        assertThat(enterprise.path("remedy").asString()).contains("@");
        assertThat(codes(action(customer, http, "BUY_PRODUCT", "pro")))
                .containsExactly("ALREADY_SUBSCRIBED");
        assertThat(action(customer, http, "BUY_PRODUCT", "webinar-500").path("allowed").asBoolean())
                .isTrue();
        Customer empty = Customer.onInvoice(http);
        assertThat(codes(action(empty, http, "BUY_PRODUCT", "webinar-500")))
                .containsExactly("PLAN_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "SALES_MANAGED, zoom, SALES_MANAGED, account-executive@zoom.example",
        "CORPORATE, goto, CORPORATE_CHANNEL, corporate@goto.example"
    })
    void r001_06_and_r004_07_managed_accounts_are_told_whom_to_turn_to(
            String channel, String seller, String code, String contact) {
        Customer customer =
                Customer.open(
                        http,
                        """
                        {"seller": "%s", "name": "Ada", "email": "ada@example.com",
                         "country": "US", "currency": "USD", "channel": "%s"}
                        """
                                .formatted(seller, channel));
        JsonNode buy = action(customer, http, "BUY_PRODUCT", "pro");
        assertThat(codes(buy)).contains(code);
        assertThat(buy.path("reasons").toString()).contains(contact);
        assertThat(codes(action(customer, http.as("corporate:bob"), "BUY_PRODUCT", "pro")))
                .doesNotContain(code);
    }

    @Test
    void r002_18_the_answer_leads_to_every_common_task_and_to_people() {
        Customer customer = Customer.onInvoice(http);
        JsonNode answer = answer(customer, http);
        assertThat(answer.at("/links/invoices").asString()).isEqualTo(customer.path("/invoices"));
        assertThat(answer.at("/contacts/SUPPORT").asString()).isEqualTo("support@zoom.example");
    }

    @Test
    void r003_22_an_account_without_a_plan_is_led_to_the_plans() {
        Customer customer = Customer.open(http, NewAccount.OF_GOTO);
        assertThat(answer(customer, http).path("nextAction").asString()).isEqualTo("CHOOSE_PLAN");
    }

    @Test
    void what_is_allowed_is_accepted_and_what_is_not_is_refused_with_the_same_code() {
        Customer customer = customer("10", "159.90");
        for (Client actor : List.of(http, http.as("member:mallory"), http.as("sales:sam"))) {
            JsonNode actions = answer(customer, actor).path("actions");
            for (JsonNode action : actions) {
                if (action.path("action").asString().equals("CHANGE_PRODUCT")) {
                    Reply quote = actor.post(customer.path("/quotes"), changing(customer, action));
                    assertThat(quote.status() == 200)
                            .as(action + quote.body())
                            .isEqualTo(action.path("allowed").asBoolean());
                    assertThat(quote.at("/code")).isEqualTo(firstCode(action));
                }
            }
        }
    }

    @Test
    void r002_13_and_r002_14_a_refund_is_offered_or_refused_with_its_reason() {
        Customer unused = customer("10", "159.90");
        JsonNode refund = action(unused, http, "CANCEL_AND_REFUND", "");
        assertThat(refund.path("allowed").asBoolean()).as(refund.toString()).isTrue();
        Customer unpaid = Customer.onInvoice(http);
        unpaid.start("pro", 1);
        assertThat(codes(action(unpaid, http, "CANCEL_AND_REFUND", ""))).isNotEmpty();
        assertThat(codes(action(unpaid, http, "WRITE_OFF_INVOICE", "")))
                .containsExactly("NOT_ALLOWED");
    }

    @Test
    void payments_may_be_noted_refunded_and_disputed_by_those_whose_work_it_is() {
        Customer customer = customer("10", "159.90");
        JsonNode refund = action(customer, http, "REFUND_PAYMENT", "");
        assertThat(codes(refund)).containsExactly("REFUND_VIA_SUPPORT");
        assertThat(refund.path("remedy").asString()).isEqualTo("Contact support.");
        assertThat(codes(action(customer, http, "OPEN_DISPUTE", "")))
                .containsExactly("NOT_ALLOWED");
        assertThat(action(customer, http, "NOTE_PAYMENT", "").path("allowed").asBoolean()).isTrue();

        Client support = http.as("support:eve");
        JsonNode offered = action(customer, support, "REFUND_PAYMENT", "");
        assertThat(offered.path("allowed").asBoolean()).as(offered.toString()).isTrue();
        assertThat(offered.at("/on/left/amount").asString()).isEqualTo("159.90");
        JsonNode dispute = action(customer, support, "OPEN_DISPUTE", "");
        assertThat(codes(action(customer, support, "DECIDE_DISPUTE", "")))
                .containsExactly("NO_OPEN_DISPUTE");
        Reply opened = support.post(dispute.at("/request/path").asString(), "{}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);

        assertThat(codes(action(customer, support, "OPEN_DISPUTE", "")))
                .containsExactly("PAYMENT_DISPUTED");
        assertThat(codes(action(customer, support, "REFUND_PAYMENT", "")))
                .containsExactly("PAYMENT_DISPUTED");
        JsonNode decide = action(customer, support, "DECIDE_DISPUTE", "");
        assertThat(decide.path("allowed").asBoolean()).isTrue();
        assertThat(
                        support.put(decide.at("/request/path").asString(), "{\"outcome\": \"WON\"}")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void everybody_may_change_his_own_password() {
        Customer customer = Customer.onInvoice(http);
        Client member = http.as("member:mia");
        assertThat(action(customer, member, "CHANGE_PASSWORD", "").at("/on/user").asString())
                .isEqualTo("mia");
        assertThat(action(customer, member, "CHANGE_PASSWORD", "").path("allowed").asBoolean())
                .isTrue();
    }

    @Test
    void r002_12_and_r003_08_what_others_sell_only_they_cancel() {
        Customer customer = Customer.onInvoice(http);
        Reply order =
                http.as("sales:sam")
                        .post(
                                customer.path("/orders"),
                                """
                                {"changes": [{"type": "START", "product": "enterprise",
                                              "cycle": "MONTHLY", "licences": 50}]}
                                """);
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        String cancel = "/api/v1/subscriptions/" + order.at("/subscription/id") + "/cancellation";
        Reply refused = http.post(cancel, "{\"reason\": \"OTHER\"}");
        assertThat(refused.at("/code")).isEqualTo("CONTACT_SALES");
        assertThat(codes(action(customer, http, "CANCEL", ""))).containsExactly("CONTACT_SALES");
        assertThat(http.as("sales:sam").post(cancel, "{\"reason\": \"OTHER\"}").status())
                .isEqualTo(200);
    }

    private static Customer customer(String licences, String paid) {
        Customer customer = Customer.onInvoice(http);
        customer.start("pro", Integer.parseInt(licences));
        customer.pay(paid, "paid-" + customer.number());
        return customer;
    }

    private static String changing(Customer customer, JsonNode action) {
        return """
        {"changes": [{"type": "CHANGE_PRODUCT", "subscription": "%s", "product": "%s",
                      "total": %d}]}
        """
                .formatted(
                        customer.subscription(),
                        action.at("/on/product").asString(),
                        Math.max(10, action.at("/on/licencesFrom").asInt()));
    }

    private static JsonNode answer(Customer customer, Client actor) {
        Reply reply = actor.get(customer.path("/allowed-actions"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode action(Customer customer, Client actor, String name, String product) {
        for (JsonNode action : answer(customer, actor).path("actions")) {
            if (action.path("action").asString().equals(name)
                    && action.at("/on/product").asString("").equals(product)) {
                return action;
            }
        }
        throw new AssertionError("no action " + name + " " + product);
    }

    private static String firstCode(JsonNode action) {
        return action.at("/reasons/0/code").asString("");
    }

    private static List<String> codes(JsonNode action) {
        List<String> codes = new ArrayList<>();
        action.path("reasons").forEach(reason -> codes.add(reason.path("code").asString()));
        return codes;
    }
}
