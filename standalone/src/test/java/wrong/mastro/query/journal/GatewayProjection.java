package wrong.mastro.query.journal;

import org.axonframework.commandhandling.gateway.CommandGateway;

public record GatewayProjection(CommandGateway commands) {}
