package wrong.mastro.command.ordering;

import org.springframework.jdbc.core.simple.JdbcClient;

public record TableController(JdbcClient jdbc) {}
