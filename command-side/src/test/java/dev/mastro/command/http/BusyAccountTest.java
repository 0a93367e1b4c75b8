package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
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
                        "2025-04-28T10:00:00Z", Map.of("mastro.account-lock.patience", "50ms"));
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

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.at("/code")).isEqualTo("BUSY");
        assertThat(busy.header("Retry-After")).contains("1");
        assertThat(side.events()).isEqualTo(before);
        assertThat(customer.pay("10.00", "late").status()).isEqualTo(201);
    }
}
