package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page behind the link of a dunning mail, as a browser without scripts uses it. */
class PayPageTest {

    private CommandSide side;
    private Client http;
    private Client browser;
    private Customer customer;

    /** NP-1: Pro 10 of April, unpaid, taken away on 2025-04-13. */
    @BeforeEach
    void start() {
        side = CommandSide.startedAt("2025-04-13T12:00:00Z");
        http = side.client();
        browser = http.with("Content-Type", "application/x-www-form-urlencoded");
        customer = Customer.onInvoice(http);
        customer.startedOn("2025-04-01", "pro", 10);
        customer.through(http.as("support:eve")).post("/downgrade", "{}");
        side.moveTo("2025-05-20T12:00:00Z");
    }

    @AfterEach
    void stop() {
        side.close();
    }

    private String invoice() {
        return "INV-" + customer.number() + "-0001";
    }

    private Page linked(Client client) {
        return Page.of(client.get("/pay?account=" + customer.number() + "&invoice=" + invoice()));
    }

    private Page paid(Page offer, String token) {
        Map<String, String> form = offer.form();
        form.put("token", token);
        return send("/pay/payment", form);
    }

    private Page send(String path, Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return Page.of(browser.post(path, body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void r000_08_to_10_the_link_leads_through_the_amount_to_a_payment() {
        Page asked = linked(browser);
        assertThat(asked.reply().status()).isEqualTo(200);
        assertThat(asked.form())
                .containsEntry("account", customer.number())
                .containsEntry("invoice", invoice());
        assertThat(asked.text()).doesNotContain("63.96");

        Page offer = send(asked.action(), asked.form());
        assertThat(offer.text())
                .contains("Pay your invoice", invoice(), "Zoom", "63.96 USD", "Pay 63.96 USD");
        assertThat(offer.action()).isEqualTo("/pay/payment");

        Page thanks = paid(offer, "tok_ok");
        assertThat(thanks.reply().status()).isEqualTo(200);
        assertThat(thanks.text())
                .contains("We have received 63.96 USD for invoice " + invoice())
                .contains("Nothing is left to pay.");
        assertThat(customer.start("pro", 5).status()).isEqualTo(201);
    }

    @Test
    void a_form_that_is_sent_twice_pays_once_and_says_so_twice() {
        Page asked = linked(browser);
        Page offer = send(asked.action(), asked.form());
        String first = paid(offer, "tok_ok").reply().body();

        assertThat(paid(offer, "tok_ok").reply().body()).isEqualTo(first);
    }

    @Test
    void a_page_that_was_left_has_written_nothing() {
        long before = side.events();
        Page asked = linked(browser);
        var _ = send(asked.action(), asked.form());

        assertThat(side.events()).isEqualTo(before);
    }

    @Test
    void r000_09_every_refusal_is_the_same_page() {
        Page asked = linked(browser);
        Page unknown = refused(asked, "account", "10009999");
        assertThat(unknown.text()).contains("This payment cannot be taken.");
        assertThat(refused(asked, "invoice", "INV-1-0001").shape()).isEqualTo(unknown.shape());
        assertThat(refused(asked, "invoice", "\u0000").shape()).isEqualTo(unknown.shape());
        Page offer = send(asked.action(), asked.form());
        assertThat(paid(offer, "tok_declined").shape()).isEqualTo(unknown.shape());
        assertThat(paid(send(asked.action(), asked.form()), "tok_ok").reply().status())
                .isEqualTo(200);
        assertThat(send(asked.action(), asked.form()).shape()).isEqualTo(unknown.shape());
    }

    @Test
    void who_guesses_is_slowed_down() {
        Page asked = linked(browser);
        assertThat(
                        IntStream.range(0, 12)
                                .map(i -> refused(asked, "invoice", "INV-" + i).reply().status()))
                .containsSubsequence(422, 429, 429)
                .endsWith(429);
    }

    @Test
    void forms_of_our_own_making_are_refused_and_never_fail() {
        assertThat(Page.of(browser.post("/pay", "")).reply().status()).isEqualTo(422);
        assertThat(Page.of(browser.post("/pay", "a=%zz&account=%00")).reply().status())
                .isBetween(400, 422);
        Map<String, String> form = linked(browser).form();
        form.put("token", "tok_ok");
        for (String amount : new String[] {"", "USD", "USD -1.00", "EUR 1.00", "USD 1.001"}) {
            form.put("amount", amount);
            form.put("attempt", "attempt-" + amount.hashCode());
            assertThat(send("/pay/payment", form).reply().status()).as(amount).isEqualTo(422);
        }
    }

    @Test
    void the_language_is_that_of_the_link_or_of_the_browser() {
        Client italian = browser.with("Accept-Language", "it-IT,it;q=0.9,en;q=0.5");
        assertThat(linked(italian).text()).contains("Paga una fattura");
        assertThat(linked(italian).reply().body()).contains("<html lang=\"it\">");
        assertThat(Page.of(italian.get("/pay?lang=en")).text()).contains("Pay an invoice");
        assertThat(Page.of(browser.with("Accept-Language", ";;;").get("/pay")).text())
                .contains("Pay an invoice");
    }

    @Test
    void the_page_loads_nothing_and_is_shown_by_nobody_else() {
        Reply page = linked(browser).reply();
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("frame-ancestors 'none'");
        assertThat(page.header("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).doesNotContain("http://", "https://", "<script");
        String evil = "/pay?account=%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
        assertThat(browser.get(evil).body()).doesNotContain("<script");
    }

    private Page refused(Page asked, String field, String value) {
        Map<String, String> form = asked.form();
        form.put(field, value);
        return send(asked.action(), form);
    }
}
