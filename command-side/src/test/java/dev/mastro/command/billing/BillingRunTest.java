package dev.mastro.command.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.command.due.DueProgress;
import dev.mastro.command.due.DueRun;
import dev.mastro.command.payment.gateway.CardGateway;
import dev.mastro.command.payment.gateway.ChargeRequest;
import dev.mastro.eventstore.platform.SimulatedClock;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.shared.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class BillingRunTest {

    private static final Instant RENEWAL = Instant.parse("2025-04-10T00:00:00Z");
    private static final Map<String, Object> MARCH =
            Map.of("mastro.clock", "simulated", "mastro.clock.start", "2025-03-10T10:00:00Z");

    @Test
    void a_run_through_the_future_is_refused_and_an_unknown_one_not_found() {
        try (Simulation world = Simulation.startedAt("2025-03-10T10:00:00Z")) {
            var refused = world.post("/billing-runs", "{\"through\": \"2025-03-10T10:00:01Z\"}");

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.at("/code")).isEqualTo("THROUGH_IN_THE_FUTURE");
            assertThat(world.get("/billing-runs/17").status()).isEqualTo(404);
            assertThat(world.get("/billing-runs/x").status()).isEqualTo(404);
        }
    }

    @Test
    void a_run_by_hand_reports_what_it_has_done() {
        try (Simulation world = Simulation.startedAt("2025-03-10T10:00:00Z")) {
            world.buy(world.open("zoom", "UTC", "tok_ok"), "pro", "MONTHLY", 1);
            world.bean(SimulatedClock.class).moveTo(RENEWAL);

            var started = world.post("/billing-runs", "{}");

            assertThat(started.status()).isEqualTo(202);
            await().untilAsserted(() -> {
                var run = world.get("/billing-runs/" + started.at("/id"));
                assertThat(run.at("/finishedAt")).isNotEmpty();
                assertThat(run.at("/done")).isEqualTo("1");
                assertThat(run.at("/failed")).isEqualTo("0");
            });
            assertThat(world.events("SubscriptionRenewed")).hasSize(1);
        }
    }

    @Test
    void two_processes_at_once_bill_every_period_once() throws Exception {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        try (Simulation one = Simulation.on(database, MARCH);
                Simulation other = Simulation.on(database, MARCH)) {
            IntStream.range(0, 40)
                    .forEach(i -> one.buy(one.open("zoom", "UTC", "tok_ok"), "pro", "MONTHLY", 1));
            one.bean(SimulatedClock.class).moveTo(RENEWAL);
            other.bean(SimulatedClock.class).moveTo(RENEWAL);

            runAtOnce(List.of(one, other, one, other));

            assertThat(one.events("SubscriptionRenewed", "/subscriptionId"))
                    .hasSize(40)
                    .doesNotHaveDuplicates();
            assertThat(one.events("PaymentReceived", "/reference"))
                    .hasSize(80)
                    .doesNotHaveDuplicates();
            assertThat(one.charges()).isEqualTo(Map.of("CAPTURED", 80L));
        }
    }

    @Test
    void a_run_that_died_after_the_card_was_asked_charges_nothing_twice() {
        try (Simulation world = Simulation.startedAt("2025-03-10T10:00:00Z")) {
            String account = world.open("zoom", "UTC", "tok_ok");
            world.buy(account, "pro", "MONTHLY", 10);
            var dead =
                    world.bean(CardGateway.class)
                            .authorise(
                                    new ChargeRequest(
                                            "renewal:" + account + ":2025-04-10",
                                            AccountId.of(account),
                                            "tok_ok",
                                            Money.parse("USD 159.90")));

            world.moveTo("2025-04-10T00:00:00Z");
            world.moveTo("2025-04-10T00:00:00Z");

            assertThat(world.events("PaymentReceived", "/reference").getLast())
                    .isEqualTo(dead.reference());
            assertThat(world.charges()).isEqualTo(Map.of("CAPTURED", 2L));
        }
    }

    @Test
    void a_capture_that_a_crash_has_left_undone_is_made_good() {
        try (Simulation world = Simulation.startedAt("2025-03-10T10:00:00Z")) {
            String account = world.open("zoom", "UTC", "tok_ok");
            world.buy(account, "pro", "MONTHLY", 10);
            await().untilAsserted(
                            () -> assertThat(world.charges()).isEqualTo(Map.of("CAPTURED", 1L)));
            undoCapture(world, account);

            world.moveTo("2025-03-10T10:02:00Z");

            assertThat(world.charges()).isEqualTo(Map.of("CAPTURED", 1L));
        }
    }

    @Test
    void an_item_that_fails_keeps_its_error_and_leaves_the_others_alone() {
        try (Simulation world = Simulation.startedAt("2025-03-10T10:00:00Z")) {
            world.buy(world.open("zoom", "UTC", "tok_ok"), "pro", "MONTHLY", 1);
            String broken = world.open("zoom", "UTC", "tok_ok");
            world.buy(broken, "pro", "MONTHLY", 1);
            insert(world, "CREDIT_EXPIRY", "no-uuid", broken);

            var run = world.put("2025-04-10T00:00:00Z");

            assertThat(run.at("/run/failed")).isEqualTo("1");
            assertThat(run.at("/run/error")).contains("CREDIT_EXPIRY no-uuid");
            assertThat(world.events("SubscriptionRenewed")).hasSize(1);
            delete(world, "no-uuid");
            world.moveTo("2025-04-10T00:00:00Z");
            assertThat(world.events("SubscriptionRenewed")).hasSize(2);
        }
    }

    @Test
    void what_has_failed_for_an_order_is_tried_again_by_the_next_run() {
        try (Simulation world = Simulation.startedAt("2025-03-10T10:00:00Z")) {
            String account = world.open("zoom", "UTC", "tok_ok");
            insert(world, "CREDIT_EXPIRY", "no-uuid", account);
            world.bean(SimulatedClock.class).moveTo(RENEWAL);
            world.buy(account, "pro", "MONTHLY", 1);

            world.bean(BillingRuns.class).runNow();

            var run = world.get("/billing-runs/1");
            assertThat(run.at("/failed")).isEqualTo("1");
            assertThat(run.at("/error")).contains("CREDIT_EXPIRY no-uuid");
        }
    }

    @Test
    void a_lost_index_is_made_again_from_the_log() {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        List<String> before;
        try (Simulation world = Simulation.on(database, MARCH)) {
            String account = world.open("zoom", "Europe/Rome", "tok_ok");
            world.buy(account, "pro", "MONTHLY", 1);
            world.buy(account, "webinar-500-once", "ONE_MONTH", 1);
            world.pay(account, "tok_declined");
            world.moveTo("2025-04-12T10:00:00Z");
            before = items(world);
            world.jdbc().sql("DELETE FROM due_item").update();
        }
        try (Simulation again = Simulation.on(database, MARCH)) {
            assertThat(items(again)).isEqualTo(before).hasSizeGreaterThan(2);
        }
    }

    private static void runAtOnce(List<Simulation> processes) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(processes.size())) {
            List<Callable<Object>> runs =
                    processes.stream()
                            .map(one ->
                                    Executors.callable(() ->
                                            one.bean(DueRun.class)
                                                    .run(RENEWAL, new DueProgress(1))))
                            .toList();
            for (Future<Object> run : threads.invokeAll(runs)) {
                assertThat(run.get()).isNull();
            }
        }
    }

    private static void undoCapture(Simulation world, String account) {
        String reference = world.events("PaymentReceived", "/reference").getFirst();
        world.jdbc().sql("UPDATE gateway_charge SET status = 'AUTHORISED'").update();
        insert(world, "CAPTURE", reference, account);
    }

    private static void insert(Simulation world, String kind, String subject, String account) {
        world.jdbc()
                .sql(
                        """
                        INSERT INTO due_item (kind, subject, account_id, due_on, due_at)
                        VALUES (?, ?, ?::uuid, '2025-03-10', '2025-03-10T10:01:00Z')
                        """)
                .params(kind, subject, account)
                .update();
    }

    private static void delete(Simulation world, String subject) {
        world.jdbc().sql("DELETE FROM due_item WHERE subject = ?").param(subject).update();
    }

    private static List<String> items(Simulation world) {
        return world.jdbc()
                .sql(
                        """
                        SELECT concat_ws(' ', kind, subject, due_on, due_at) AS item
                          FROM due_item ORDER BY 1
                        """)
                .query((row, number) -> row.getString("item"))
                .list();
    }
}
