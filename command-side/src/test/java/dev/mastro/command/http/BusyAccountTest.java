package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.axonframework.common.lock.Lock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BusyAccountTest {

    private static CommandSide side;

    @BeforeAll
    static void start() {
        side =
                CommandSide.startedAt(
                        "2025-04-28T10:00:00Z",
                        Map.of(
                                "mastro.account-lock.patience", "50ms",
                                "spring.datasource.hikari.connection-timeout", "500"));
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void who_would_wait_too_long_for_an_account_is_told_to_come_again() {
        Customer customer = Customer.onInvoice(side.client());
        long before = side.events();
        Reply busy;
        try (Lock _ = side.take(customer.id())) {
            busy = customer.pay("10.00", "late");
        }

        isToldToComeAgain(busy);
        assertThat(side.events()).isEqualTo(before);
        assertThat(customer.pay("10.00", "late").status()).isEqualTo(201);
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

    private static void isToldToComeAgain(Reply busy) {
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.at("/code")).isEqualTo("BUSY");
        assertThat(busy.header("Retry-After")).contains("1");
    }
}
