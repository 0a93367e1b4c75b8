package dev.mastro.command.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.payment.Payment;
import dev.mastro.command.payment.gateway.CardGateway;
import dev.mastro.command.payment.gateway.ChargeRequest;
import dev.mastro.shared.account.AccountId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ReservationsTest {

    private static final int MANY = 64;

    @Test
    void many_at_once_are_answered_each_by_itself() throws Exception {
        try (Simulation world = Simulation.startedAt("2025-03-10T10:00:00Z")) {
            List<ChargeRequest> requests =
                    IntStream.range(0, MANY)
                            .mapToObj(i ->
                                    request(
                                            "key-" + i,
                                            i % 2 == 0 ? "tok_ok" : "tok_declined",
                                            1 + i))
                            .toList();

            List<Payment> payments = authorise(world, requests);

            for (int i = 0; i < MANY; i += 2) {
                assertThat(payments.get(i).amount()).isEqualTo(requests.get(i).amount());
                assertThat(payments.get(i + 1).code()).isEqualTo("card_declined");
            }
            assertThat(charges(world)).isEqualTo(MANY);
        }
    }

    @Test
    void one_key_many_times_at_once_is_one_reservation() throws Exception {
        try (Simulation world = Simulation.startedAt("2025-03-10T10:00:00Z")) {
            ChargeRequest same = request("same", "tok_ok", 10);

            List<Payment> payments =
                    authorise(world, IntStream.range(0, MANY).mapToObj(_ -> same).toList());

            assertThat(payments)
                    .hasSize(MANY)
                    .containsOnly(
                            Payment.authorised(
                                    String.valueOf(payments.getFirst().reference()),
                                    same.amount()));
            assertThat(charges(world)).isEqualTo(1);
        }
    }

    private static ChargeRequest request(String key, String token, int amount) {
        AccountId account = new AccountId(new UUID(1, 1));
        return new ChargeRequest(key, account, token, Money.parse("USD " + amount));
    }

    private static List<Payment> authorise(Simulation world, List<ChargeRequest> requests)
            throws Exception {
        CardGateway cards = world.bean(CardGateway.class);
        List<Callable<Payment>> asking =
                requests.stream()
                        .<Callable<Payment>>map(one -> () -> cards.authorise(one))
                        .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(asking.size())) {
            return threads.invokeAll(asking).stream().map(Future::resultNow).toList();
        }
    }

    private static long charges(Simulation world) {
        return world.jdbc().sql("SELECT count(*) FROM gateway_charge").query(Long.class).single();
    }
}
