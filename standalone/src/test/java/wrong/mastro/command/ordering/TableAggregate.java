package wrong.mastro.command.ordering;

import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.jdbc.core.simple.JdbcClient;

@Aggregate
public record TableAggregate(JdbcClient jdbc) {}
