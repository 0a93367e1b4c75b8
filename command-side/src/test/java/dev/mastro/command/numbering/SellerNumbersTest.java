package dev.mastro.command.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accounts of a seller that asks for it share one series of numbers a year, without gaps. */
class SellerNumbersTest {

    private static final int CUSTOMERS = 8;
    private static final int ORDERS = 12;

    @Test
    void under_parallel_load_every_number_is_taken_once_and_none_is_lost() throws Exception {
        try (CommandSide side = CommandSide.startedAt("2025-12-30T08:00:00Z");
                ExecutorService threads = Executors.newFixedThreadPool(CUSTOMERS)) {
            Client http = side.client().as("admin:ada");

            List<String> numbers = new ArrayList<>();
            for (Future<List<String>> customer : threads.invokeAll(customers(http))) {
                numbers.addAll(customer.get());
            }

            assertThat(numbers).containsExactlyInAnyOrderElementsOf(firstNumbers(numbers.size()));
            assertThat(numbers).hasSize(CUSTOMERS * ORDERS);
            side.moveTo("2026-01-01T08:00:00Z");
            assertThat(order(http, open(http, "tok_ok"), "START").at("/invoice/number"))
                    .isEqualTo("R-MIXED-2026-000001");
        }
    }

    private static List<Callable<List<String>>> customers(Client http) {
        return IntStream.range(0, CUSTOMERS)
                .<Callable<List<String>>>mapToObj(_ -> () -> buys(http))
                .toList();
    }

    /** Between its orders the customer asks for quotes, and his twin's card is declined. */
    private static List<String> buys(Client http) {
        List<String> numbers = new ArrayList<>();
        String account = open(http, "tok_ok");
        String declined = open(http, "tok_declined");
        Reply started = order(http, account, "START");
        numbers.add(started.at("/invoice/number"));
        String subscription = started.at("/subscription/id");
        for (int total = 2; total <= ORDERS; total++) {
            assertThat(quote(http, account, subscription, total).status()).isEqualTo(200);
            assertThat(order(http, declined, "START").status()).isEqualTo(422);
            Reply more = adjust(http, account, subscription, total);
            assertThat(more.status()).as(more.body()).isEqualTo(201);
            assertThat(more.at("/invoices/0/number")).isEqualTo(more.at("/invoice/number"));
            numbers.add(more.at("/invoice/number"));
        }
        return numbers;
    }

    private static List<String> firstNumbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("R-MIXED-2025-%06d"::formatted).toList();
    }

    private static String open(Client http, String card) {
        Reply opened =
                http.post(
                        "/api/v1/accounts",
                        """
                        {"seller": "mixed", "name": "Ada", "email": "ada@example.com",
                         "country": "IT", "currency": "EUR", "paymentMethod": "%s",
                         "acceptTerms": "2015-01"}
                        """
                                .formatted(card));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.at("/accountId");
    }

    private static Reply order(Client http, String account, String type) {
        return http.post(
                "/api/v1/accounts/" + account + "/orders",
                """
                {"changes": [{"type": "%s", "product": "team", "cycle": "MONTHLY",
                              "licences": 1}]}
                """
                        .formatted(type));
    }

    private static Reply quote(Client http, String account, String subscription, int total) {
        return http.post("/api/v1/accounts/" + account + "/quotes", adjusting(subscription, total));
    }

    private static Reply adjust(Client http, String account, String subscription, int total) {
        return http.post("/api/v1/accounts/" + account + "/orders", adjusting(subscription, total));
    }

    private static String adjusting(String subscription, int total) {
        return """
        {"changes": [{"type": "ADJUST_LICENCES", "subscription": "%s", "total": %d}]}
        """
                .formatted(subscription, total);
    }
}
