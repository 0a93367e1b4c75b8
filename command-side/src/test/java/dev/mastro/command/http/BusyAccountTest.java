package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BusyAccountTest {

    private static final String WAITING =
            """
            SELECT count(*) FROM pg_locks
             WHERE NOT granted AND relation = 'ledger_event'::regclass
            """;

    private static final String TRIED = "SELECT count(*) FROM due_item WHERE attempts > 0";

    private static Database database;
    private static CommandSide side;

    @BeforeAll
    static void start() {
        database = EmbeddedPostgres.shared().freshDatabase();
        side =
                CommandSide.startedAt(
                        "2025-04-28T10:00:00Z",
                        database,
                        Map.of(
                                "mastro.command.patience", "50ms",
                                "spring.datasource.hikari.connection-timeout", "500"));
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void who_would_wait_too_long_for_an_account_is_told_to_come_again() throws SQLException {
        Customer customer = Customer.onInvoice(side.client());
        long before = side.events();

        Reply slow =
                whileOneIsSlow(
                        () -> customer.pay("10.00", "slow"),
                        () -> {
                            isToldToComeAgain(customer.pay("10.00", "late"));
                            assertThat(side.events()).isEqualTo(before);
                        });

        assertThat(slow.status()).isEqualTo(201);
        assertThat(customer.pay("10.00", "late").status()).isEqualTo(201);
    }

    @Test
    void so_is_who_would_wait_for_what_is_due_and_it_has_not_failed() throws SQLException {
        Customer customer = Customer.onInvoice(side.client());
        customer.startedOn("2025-04-15", "pro", 5);
        side.moveTo("2025-05-16T12:00:00Z");

        Reply slow =
                whileOneIsSlow(
                        () -> customer.adjust("orders", 6),
                        () -> {
                            isToldToComeAgain(customer.adjust("orders", 7));
                            assertThat(side.jdbc().sql(TRIED).query(Long.class).single()).isZero();
                        });

        assertThat(slow.at("/code")).as("its renewal").isEqualTo("OUTSTANDING_INVOICES");
    }

    /** A command of the customer holds the account and cannot write. */
    private static Reply whileOneIsSlow(Supplier<Reply> command, Runnable steps)
            throws SQLException {
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE ledger_event IN SHARE ROW EXCLUSIVE MODE");
            CompletableFuture<Reply> slow = CompletableFuture.supplyAsync(command);
            await().until(() -> waiting() == 1);

            steps.run();

            other.rollback();
            return slow.join();
        }
    }

    @Test
    void who_gets_no_connection_in_time_is_told_to_come_again() throws SQLException {
        Customer customer = Customer.onInvoice(side.client());
        long before = side.events();
        List<Connection> taken = side.takeConnections();
        Reply busy = customer.pay("10.00", "later");
        for (Connection connection : taken) {
            connection.close();
        }

        isToldToComeAgain(busy);
        assertThat(side.events()).isEqualTo(before);
        assertThat(customer.pay("10.00", "later").status()).isEqualTo(201);
    }

    private static long waiting() {
        return JdbcClient.create(database.dataSource()).sql(WAITING).query(Long.class).single();
    }

    private static void isToldToComeAgain(Reply busy) {
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.at("/code")).isEqualTo("BUSY");
        assertThat(busy.header("Retry-After")).contains("1");
    }
}
