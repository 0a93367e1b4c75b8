package wrong.mastro.command.ordering;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.jdbc.core.simple.JdbcClient;

public record ReaderWithGateway(JdbcClient jdbc, CommandGateway commands) {}
