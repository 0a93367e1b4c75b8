package wrong.mastro.command.ordering;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

public record TableHandler(JdbcClient jdbc) {

    @CommandHandler
    void handle(WrongOrder order) {
        jdbc.sql("DELETE FROM orders WHERE id = ?").param(order.order()).update();
    }
}
