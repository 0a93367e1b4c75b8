package dev.mastro.command.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.command.renewal.EndPeriod;
import dev.mastro.eventstore.platform.SimulatedClock;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Processes on one database, each of which bills what is due by its own clock. */
class SeveralBillingRunsTest {

    private static final int ACCOUNTS = 6;

    /** So few accounts for each of so many workers that one is claimed at a time. */
    private static final Map<String, Object> MARCH =
            Map.of(
                    "mastro.clock", "simulated",
                    "mastro.clock.start", "2025-03-10T10:00:00Z",
                    "mastro.billing.threads", "32",
                    "db-scheduler.enabled", "false");

    private final Database database = EmbeddedPostgres.shared().freshDatabase();

    /** No configuration by annotation, or every command side of these tests would find it. */
    static class ADayBehind {

        @Bean
        @Primary
        Clock clockOfYesterday(@Qualifier("ledgerClock") Clock ofTheOthers) {
            return Clock.offset(ofTheOthers, Duration.ofDays(-1));
        }
    }

    /** Who begins; whoever that is does all that is due by his clock. */
    enum Order {
        WHO_IS_BEHIND_FIRST {
            @Override
            void check(List<String> dueYesterday, Set<String> byWhoIsBehind) {
                assertThat(byWhoIsBehind).containsExactlyInAnyOrderElementsOf(dueYesterday);
            }

            @Override
            void run(Simulation behind, Simulation ahead) {
                behind.bean(BillingRuns.class).runNow();
                ahead.bean(BillingRuns.class).runNow();
            }
        },
        WHO_IS_AHEAD_FIRST {
            @Override
            void check(List<String> dueYesterday, Set<String> byWhoIsBehind) {
                assertThat(byWhoIsBehind).isEmpty();
            }

            @Override
            void run(Simulation behind, Simulation ahead) {
                ahead.bean(BillingRuns.class).runNow();
                behind.bean(BillingRuns.class).runNow();
            }
        },
        BOTH_AT_ONCE {
            @Override
            void check(List<String> dueYesterday, Set<String> byWhoIsBehind) {
                assertThat(dueYesterday).containsAll(byWhoIsBehind);
            }

            @Override
            void run(Simulation behind, Simulation ahead) {
                runAtOnce(behind, ahead);
            }
        };

        abstract void run(Simulation behind, Simulation ahead);

        abstract void check(List<String> dueYesterday, Set<String> byWhoIsBehind);
    }

    @Test
    void two_processes_at_once_share_what_is_due() {
        try (Simulation one = Simulation.on(database, MARCH);
                Simulation other = Simulation.on(database, MARCH)) {
            List<String> accounts = customers(one);
            setClock("2025-04-10T00:00:00Z", one, other);
            CountDownLatch oneBegins = new CountDownLatch(1);
            CountDownLatch otherBegins = new CountDownLatch(1);
            Set<String> byOne = watch(one, _ -> meet(oneBegins, otherBegins));
            Set<String> byOther = watch(other, _ -> meet(otherBegins, oneBegins));

            runAtOnce(one, other);

            assertThat(byOne).isNotEmpty().doesNotContainAnyElementsOf(byOther);
            assertThat(byOther).isNotEmpty();
            assertThat(Stream.of(byOne, byOther).flatMap(Set::stream))
                    .containsExactlyInAnyOrderElementsOf(accounts);
            assertThat(one.events("SubscriptionRenewed", "/accountId"))
                    .containsExactlyInAnyOrderElementsOf(accounts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void clocks_a_day_apart_bill_every_period_once(Order order) {
        try (Simulation behind = Simulation.on(database, MARCH, ADayBehind.class);
                Simulation ahead = Simulation.on(database, MARCH)) {
            List<String> since10 = customers(ahead);
            setClock("2025-03-11T10:00:00Z", behind, ahead);
            List<String> since11 = customers(ahead);
            Set<String> byWhoIsBehind = watch(behind, _ -> {});

            for (String noon : List.of("2025-04-11T12:00:00Z", "2025-05-11T12:00:00Z")) {
                setClock(noon, behind, ahead);
                assertThat(behind.bean(Clock.class).instant().plus(Duration.ofDays(1)))
                        .isEqualTo(ahead.bean(Clock.class).instant());
                order.run(behind, ahead);
            }

            assertThat(renewals(ahead))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(
                                            each(since10, "2025-04-10", "2025-05-10"),
                                            each(since11, "2025-04-11", "2025-05-11"))
                                    .flatMap(List::stream)
                                    .toList());
            order.check(since10, byWhoIsBehind);
            assertPaidOnce(ahead, 3 * (since10.size() + since11.size()));
        }
    }

    /** That many invoices, each with one payment that was taken once. */
    private static void assertPaidOnce(Simulation world, int invoices) {
        assertThat(world.events("InvoiceIssued", "/invoiceId"))
                .hasSize(invoices)
                .doesNotHaveDuplicates();
        assertThat(world.events("PaymentReceived", "/reference"))
                .hasSize(invoices)
                .doesNotHaveDuplicates();
        await().untilAsserted(() ->
                assertThat(world.charges()).isEqualTo(Map.of("CAPTURED", (long) invoices)));
    }

    private static List<String> customers(Simulation world) {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(_ -> {
                    String account = world.open("zoom", "UTC", "tok_ok");
                    world.buy(account, "pro", "MONTHLY", 1);
                    return account;
                })
                .toList();
    }

    private static void setClock(String instant, Simulation... processes) {
        for (Simulation process : processes) {
            process.bean(SimulatedClock.class).moveTo(Instant.parse(instant));
        }
    }

    private static void runAtOnce(Simulation one, Simulation other) {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(
                                one.bean(BillingRuns.class)::runNow, Thread::startVirtualThread),
                        CompletableFuture.runAsync(
                                other.bean(BillingRuns.class)::runNow, Thread::startVirtualThread))
                .join();
    }

    /** The accounts whose periods a process ends; {@code seen} gets each before it is handled. */
    private static Set<String> watch(Simulation process, Consumer<String> seen) {
        Set<String> accounts = ConcurrentHashMap.newKeySet();
        process.bean(SimpleCommandBus.class)
                .registerHandlerInterceptor((work, commands) -> {
                    if (work.getMessage().getPayload() instanceof EndPeriod period) {
                        String account = period.accountId().toString();
                        accounts.add(account);
                        seen.accept(account);
                    }
                    return commands.proceed();
                });
        return accounts;
    }

    private static void meet(CountDownLatch mine, CountDownLatch theirs) {
        mine.countDown();
        try {
            assertThat(theirs.await(30, TimeUnit.SECONDS)).as("the other has begun").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> renewals(Simulation world) {
        return world.events("SubscriptionRenewed").stream()
                .map(event ->
                        event.at("/accountId").asString()
                                + " "
                                + event.at("/opened/period/start").asString())
                .toList();
    }

    private static List<String> each(List<String> accounts, String... starts) {
        return accounts.stream()
                .flatMap(account -> Stream.of(starts).map(start -> account + " " + start))
                .toList();
    }
}
