package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** NP-10, and what a stranger learns from a refusal: nothing. */
class ExpressPaymentTest {

    private CommandSide side;
    private Client http;
    private Customer customer;

    /** NP-1: Pro 10 of April, unpaid, taken away on 2025-04-13. */
    @BeforeEach
    void start() {
        side = CommandSide.startedAt("2025-04-13T12:00:00Z");
        http = side.client();
        customer = Customer.onInvoice(http);
        customer.startedOn("2025-04-01", "pro", 10);
        Reply gone = customer.through(http.as("support:eve")).post("/downgrade", "{}");
        assertThat(gone.status()).as(gone.body()).isEqualTo(200);
        side.moveTo("2025-05-20T12:00:00Z");
    }

    @AfterEach
    void stop() {
        side.close();
    }

    private Reply pay(String number, String token) {
        return http.post(
                "/api/v1/express-payments",
                """
                {"accountNumber": "%s", "invoiceNumber": "%s", "token": "%s"}
                """
                        .formatted(customer.number(), number, token));
    }

    private String invoiceNumber() {
        return "INV-" + customer.number() + "-0001";
    }

    @Test
    void np_10_who_pays_by_invoice_number_may_buy_again() {
        Reply refused = customer.start("pro", 5);
        assertThat(refused.at("/code")).isEqualTo("OUTSTANDING_INVOICES");
        assertThat(refused.at("/facts/invoices/0/outstanding/amount")).isEqualTo("63.96");
        Reply paid = pay(invoiceNumber(), "tok_ok");
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
        assertThat(paid.at("/payment/amount/amount")).isEqualTo("63.96");
        assertThat(paid.at("/payment/method")).isEqualTo("EXPRESS");
        assertThat(paid.at("/invoice/due/amount")).isEqualTo("0.00");
        Reply accepted = customer.start("pro", 5);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);
        assertThat(accepted.at("/invoice/total/amount")).isEqualTo("79.95");
        assertThat(accepted.at("/subscription/period/start")).isEqualTo("2025-05-20");
        assertThat(accepted.at("/subscription/period/end")).isEqualTo("2025-06-20");
    }

    @Test
    void a_double_click_is_paid_once() {
        String number = invoiceNumber();
        List<Integer> statuses =
                IntStream.range(0, 8)
                        .parallel()
                        .map(_ -> pay(number, "tok_ok").status())
                        .boxed()
                        .toList();

        assertThat(statuses).containsOnlyOnce(201);
    }

    @Test
    void numbers_may_be_typed_with_spaces_and_in_small_letters() {
        String typed = " " + invoiceNumber().toLowerCase(Locale.ROOT).replace("-", " - ") + " ";
        assertThat(pay(typed, "tok_ok").status()).isEqualTo(201);
    }

    @Test
    void every_refusal_looks_the_same() {
        String unknown = pay("INV-1-0001", "tok_ok").body();
        assertThat(unknown).contains("PAYMENT_REFUSED");
        assertThat(pay(invoiceNumber(), "tok_declined").body()).isEqualTo(unknown);
        assertThat(pay(invoiceNumber(), "tok_ok").status()).isEqualTo(201);
        assertThat(pay(invoiceNumber(), "tok_ok").body()).isEqualTo(unknown);
    }

    @Test
    void who_guesses_is_slowed_down() {
        assertThat(IntStream.range(0, 12).map(i -> pay("INV-" + i, "tok_ok").status()))
                .containsSubsequence(422, 429, 429)
                .endsWith(429);
    }
}
