package dev.mastro.command.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.command.payment.UnusedReservations;
import dev.mastro.command.payment.gateway.CardGateway;
import dev.mastro.command.payment.gateway.ChargeRequest;
import dev.mastro.shared.account.AccountId;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class UnusedReservationsTest {

    private static final Money TEN = Money.parse("USD 10.00");

    @Test
    void money_that_was_reserved_for_nothing_is_let_go_and_the_rest_is_left_to_its_capture() {
        try (Simulation world = Simulation.startedAt("2025-03-10T10:00:00Z")) {
            String account = world.open("zoom", "UTC", "tok_ok");
            world.buy(account, "pro", "MONTHLY", 1);
            String paid = world.events("PaymentReceived", "/reference").getFirst();
            await().until(() -> status(world, paid).equals("CAPTURED"));
            String fresh = reserve(world, account, "fresh");
            String abandoned = reserve(world, account, "abandoned");
            age(world, paid);
            age(world, abandoned);

            world.bean(UnusedReservations.class).letGo();

            assertThat(status(world, abandoned)).isEqualTo("RELEASED");
            assertThat(status(world, fresh)).isEqualTo("AUTHORISED");
            assertThat(status(world, paid)).isEqualTo("AUTHORISED");
            assertThat(reserve(world, account, "abandoned")).isEqualTo(abandoned);
            assertThat(status(world, abandoned)).isEqualTo("AUTHORISED");
        }
    }

    private static String reserve(Simulation world, String account, String key) {
        String reference =
                world.bean(CardGateway.class)
                        .authorise(new ChargeRequest(key, AccountId.of(account), "tok_ok", TEN))
                        .reference();
        return String.valueOf(reference);
    }

    private static void age(Simulation world, String reference) {
        world.jdbc()
                .sql(
                        """
                        UPDATE gateway_charge
                           SET status = 'AUTHORISED', reserved_at = reserved_at - interval '2 hours'
                         WHERE reference = ?
                        """)
                .param(reference)
                .update();
    }

    private static String status(Simulation world, String reference) {
        return world.jdbc()
                .sql("SELECT status FROM gateway_charge WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .single();
    }
}
