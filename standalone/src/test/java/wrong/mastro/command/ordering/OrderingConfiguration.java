package wrong.mastro.command.ordering;

import org.springframework.context.annotation.Configuration;

@Configuration
public class OrderingConfiguration {}
