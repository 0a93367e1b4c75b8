package dev.mastro.command.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.postgres.EmbeddedPostgres;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Moving the clock: what it leaves in the index, the log and at the gateway. */
class ClockWalkTest {

    @Test
    void a_cancelled_subscription_ends_at_its_boundary_without_an_invoice() {
        try (Simulation world = Simulation.startedAt("2025-05-10T10:00:00Z")) {
            String account = world.open("zoom", "Europe/Rome", "tok_ok");
            String pro = world.start(account, "pro", "MONTHLY", 10);
            world.moveTo("2025-05-20T10:00:00Z");
            cancel(world, pro);
            world.moveTo("2025-06-01T10:00:00Z");
            Simulation.require(200, world.delete("/subscriptions/" + pro + "/cancellation"));
            world.moveTo("2025-06-05T10:00:00Z");
            cancel(world, pro);
            world.moveTo("2025-06-09T21:59:59Z");
            assertThat(world.events("SubscriptionEnded")).isEmpty();

            world.moveTo("2025-06-10T10:00:00Z");

            assertThat(world.events("SubscriptionEnded", "/effectiveOn"))
                    .containsExactly("2025-06-10");
            assertThat(world.events("InvoiceIssued")).hasSize(1);
            assertThat(world.delete("/subscriptions/" + pro + "/cancellation").at("/code"))
                    .isEqualTo("ALREADY_ENDED");
            assertThat(dueItems(world)).isEmpty();
        }
    }

    @Test
    void periods_that_begin_on_the_31st_return_to_it_after_short_months() {
        try (Simulation world = Simulation.startedAt("2025-01-31T10:00:00Z")) {
            String account = world.open("zoom", "Europe/Rome", "tok_ok");
            world.buy(account, "pro", "MONTHLY", 1);

            var moved = world.put("2026-01-01T00:00:00Z");

            assertThat(world.events("SubscriptionRenewed", "/opened/period/start"))
                    .containsExactly(
                            "2025-02-28",
                            "2025-03-31",
                            "2025-04-30",
                            "2025-05-31",
                            "2025-06-30",
                            "2025-07-31",
                            "2025-08-31",
                            "2025-09-30",
                            "2025-10-31",
                            "2025-11-30",
                            "2025-12-31");
            assertThat(moved.at("/run/done")).isEqualTo("11");
            assertThat(moved.at("/now")).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(recordedAt(world, "SubscriptionRenewed"))
                    .startsWith("2025-02-27T23:00:00Z", "2025-03-30T22:00:00Z");
            assertThat(charges(world)).isEqualTo(Map.of("CAPTURED", 12L));
        }
    }

    @Test
    void the_clock_refuses_to_go_back_and_a_real_one_to_move() {
        try (Simulation world = Simulation.startedAt("2025-05-10T10:00:00Z")) {
            var back = world.put("2025-05-10T09:59:59Z");

            assertThat(back.status()).isEqualTo(422);
            assertThat(back.at("/code")).isEqualTo("CLOCK_ONLY_FORWARD");
            assertThat(world.get("/clock").at("/now")).isEqualTo("2025-05-10T10:00:00Z");
        }
        try (Simulation real = Simulation.on(EmbeddedPostgres.shared().freshDatabase(), Map.of())) {
            var move = real.put("2045-05-10T09:59:59Z");

            assertThat(move.status()).isEqualTo(409);
            assertThat(move.at("/code")).isEqualTo("CLOCK_IS_REAL");
        }
    }

    private static void cancel(Simulation world, String subscription) {
        Simulation.require(
                200,
                world.post(
                        "/subscriptions/" + subscription + "/cancellation",
                        "{\"reason\": \"NOT_USED\"}"));
    }

    private static List<String> recordedAt(Simulation world, String type) {
        return world.jdbc()
                .sql(
                        """
                        SELECT recorded_at_text FROM ledger_event
                         WHERE payload_type = ? ORDER BY global_index
                        """)
                .param(type)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static List<String> dueItems(Simulation world) {
        return world.jdbc()
                .sql("SELECT kind || ' ' || subject AS item FROM due_item")
                .query((row, number) -> row.getString("item"))
                .list();
    }

    private static Map<String, Long> charges(Simulation world) {
        return world
                .jdbc()
                .sql("SELECT status, count(*) AS n FROM gateway_charge GROUP BY status")
                .query((row, number) -> Map.of(row.getString("status"), row.getLong("n")))
                .stream()
                .findFirst()
                .orElse(Collections.emptyMap());
    }
}
