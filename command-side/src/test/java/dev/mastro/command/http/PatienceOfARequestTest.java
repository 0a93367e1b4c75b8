package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import dev.mastro.eventstore.platform.CommandPatience;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order by card after a renewal is four commands, of which the customer awaits the last. */
class PatienceOfARequestTest {

    private CommandSide side;

    /** What was handled, when, and when its sender began to wait; in nanoseconds. */
    private record Handled(String command, long at, long since) {}

    @BeforeEach
    void start() {
        side = CommandSide.startedAt("2025-04-10T12:00:00Z");
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void commands_of_one_request_wait_since_its_begin() {
        Customer customer = Customer.open(side.client(), NewAccount.withCard("tok_ok"));
        customer.started(customer.start("pro", 5));
        side.moveTo("2025-05-12T12:00:00Z");
        List<Handled> handled = new CopyOnWriteArrayList<>();
        CommandPatience patience = side.bean(CommandPatience.class);
        side.watch(command -> handled.add(handled(command, patience)));

        Reply order = customer.adjust("orders", 6);

        assertThat(order.status()).as(order.body()).isEqualTo(201);
        assertThat(handled)
                .extracting(Handled::command)
                .containsExactly("EndPeriod", "EndPeriod", "PlaceOrder", "PlaceOrder");
        assertThat(handled)
                .allSatisfy(one -> assertThat(one.since() - handled.getFirst().at()).isNegative());
    }

    private static Handled handled(CommandMessage<?> command, CommandPatience patience) {
        long now = System.nanoTime();
        return new Handled(
                command.getPayloadType().getSimpleName(),
                now,
                now - patience.age(command).toNanos());
    }
}
