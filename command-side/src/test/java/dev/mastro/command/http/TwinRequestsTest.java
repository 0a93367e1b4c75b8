package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same request from several threads at once has one effect and one answer. */
class TwinRequestsTest {

    private static final int TWINS = 8;

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
    void twins_open_one_account() throws Exception {
        long before = side.events();
        Client keyed = http.with("Idempotency-Key", "open");
        List<Reply> replies = atOnce(() -> keyed.post("/api/v1/accounts", NewAccount.ON_INVOICE));
        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
        assertThat(side.events()).isEqualTo(before + 3);
    }

    @Test
    void twins_place_one_order() throws Exception {
        Customer customer = Customer.onInvoice(http).through(http.with("Idempotency-Key", "order"));
        long before = side.events();
        List<Reply> replies = atOnce(() -> customer.start("pro", 10));
        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
        assertThat(side.events()).isEqualTo(before + 4);
    }

    @Test
    void twins_charge_a_card_once() throws Exception {
        Customer customer =
                Customer.open(http, NewAccount.withCard("tok_ok"))
                        .through(http.with("Idempotency-Key", "card"));
        List<Reply> replies = atOnce(() -> customer.start("pro", 10));
        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
        assertThat(replies.getFirst().at("/payment/amount/amount")).isEqualTo("159.90");
    }

    @Test
    void twins_without_a_key_bring_one_payment() throws Exception {
        Customer customer = Customer.onInvoice(http);
        long before = side.events();
        List<Reply> replies = atOnce(() -> customer.pay("10.00", "twin"));
        assertThat(replies).extracting(Reply::status).containsOnly(200, 201);
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(side.events()).isEqualTo(before + 2);
    }

    private static List<Reply> atOnce(Callable<Reply> request) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Reply>> futures = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < TWINS; i++) {
                futures.add(
                        threads.submit(() -> {
                            go.await();
                            return request.call();
                        }));
            }
            go.countDown();
        }
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> future : futures) {
            replies.add(future.get());
        }
        return replies;
    }
}
