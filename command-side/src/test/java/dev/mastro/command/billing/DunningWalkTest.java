package dev.mastro.command.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A renewal that the card does not pay, day by day (billing.md 6, questions 5 and 13). */
class DunningWalkTest {

    private static final String BOUGHT = "2025-03-10T10:00:00Z";

    @Test
    void a_card_that_fails_once_pays_on_the_next_day() {
        try (Simulation world = renewedWith("zoom", "tok_fails_once")) {
            world.moveTo("2025-05-01T00:00:00Z");

            assertThat(world.events("PaymentMissed", "/effectiveOn")).containsExactly("2025-04-10");
            assertThat(world.events("PaymentReceived", "/effectiveOn"))
                    .containsExactly("2025-03-10", "2025-04-11");
            assertThat(world.events("AccountDowngraded")).isEmpty();
        }
    }

    @Test
    void a_card_that_fails_twice_pays_on_the_third_day() {
        try (Simulation world = renewedWith("zoom", "tok_fails_twice")) {
            world.moveTo("2025-05-01T00:00:00Z");

            assertThat(world.events("PaymentMissed", "/effectiveOn"))
                    .containsExactly("2025-04-10", "2025-04-11");
            assertThat(world.events("PaymentReceived", "/effectiveOn"))
                    .containsExactly("2025-03-10", "2025-04-13");
        }
    }

    @Test
    void a_declined_card_is_tried_on_days_1_3_and_7_and_the_service_ends_on_day_14() {
        try (Simulation world = renewedWith("zoom", "tok_declined")) {
            world.moveTo("2025-06-01T00:00:00Z");

            assertThat(world.events("PaymentMissed", "/effectiveOn"))
                    .containsExactly("2025-04-10", "2025-04-11", "2025-04-13", "2025-04-17");
            assertThat(world.events("PaymentMissed", "/code")).containsOnly("card_declined");
            assertThat(world.events("AccountDowngraded", "/effectiveOn"))
                    .containsExactly("2025-04-24");
            assertThat(world.events("CreditNoteIssued", "/cancelled/amount"))
                    .containsExactly("85.28");
            assertThat(kinds(world)).isEmpty();
        }
    }

    @Test
    void a_prepaid_seller_suspends_and_asks_for_nothing() {
        try (Simulation world = renewedWith("goto", "tok_declined")) {
            world.moveTo("2025-06-01T00:00:00Z");

            assertThat(world.events("SubscriptionEnded", "/into")).containsExactly("SUSPENDED");
            assertThat(world.events("InvoiceVoided")).hasSize(1);
            assertThat(kinds(world)).isEmpty();
        }
    }

    @Test
    void a_customer_who_pays_in_time_keeps_the_service() {
        try (Simulation world = renewedWith("zoom", "tok_declined")) {
            world.moveTo("2025-04-20T10:00:00Z");
            String account = world.events("AccountOpened", "/accountId").getFirst();
            Simulation.require(
                    201,
                    world.post(
                            "/accounts/" + account + "/payments",
                            """
                            {"amount": {"amount": "159.90", "currency": "USD"},
                             "reference": "transfer-1"}
                            """));

            world.moveTo("2025-05-01T00:00:00Z");

            assertThat(world.events("AccountDowngraded")).isEmpty();
            assertThat(kinds(world)).containsExactly("PERIOD_END");
        }
    }

    /** Paid once on 2025-03-10, then with another card until just before its first renewal. */
    private static Simulation renewedWith(String seller, String token) {
        Simulation world = Simulation.startedAt(BOUGHT);
        String account = world.open(seller, "UTC", "tok_ok");
        world.buy(account, "pro", "MONTHLY", 10);
        world.pay(account, token);
        return world;
    }

    private static List<String> kinds(Simulation world) {
        return world.jdbc()
                .sql("SELECT kind FROM due_item ORDER BY kind")
                .query((row, number) -> row.getString("kind"))
                .list();
    }
}
